package io.renhua.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody said that was not understood, or that was asked back; with everything personal masked.
 *
 * @param seq its place in the journal
 * @param person whom to count, and no name to find them by
 * @param locale the locale they were answered in
 * @param confidence of the best guess then
 * @param band the trust in it, by name: {@code NO} or {@code LIKELY}
 * @param line the line they pressed or came to in other words; null where they did not
 */
public record Bubble(
        long seq,
        Instant at,
        String person,
        String persona,
        String version,
        String locale,
        String words,
        double confidence,
        String band,
        Aftermath after,
        @Nullable String line) {

    Bubble ending(Aftermath how, @Nullable String where) {
        return new Bubble(seq, at, person, persona, version, locale, words, confidence, band, how, where);
    }
}
