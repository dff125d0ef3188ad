package io.renhua.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about words that were not understood.
 *
 * @param words masked, as they stood in the list
 * @param line what they were added to; null where they were not
 * @param by the login or user name of whoever decided
 */
public record Decision(
        String persona,
        String words,
        Verdict verdict,
        @Nullable String line,
        String by,
        Instant at) {

    public enum Verdict {
        /** They are an example of a line now. */
        ADDED,
        /** Not for us: neither they nor anything like them is shown again. */
        MUTED,
        /** What we said was right already. */
        RIGHT
    }
}
