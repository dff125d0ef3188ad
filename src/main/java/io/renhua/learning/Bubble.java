package io.renhua.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody said that was not understood, was asked back, or was answered wrongly; with everything personal masked.
 *
 * @param seq its place in the journal
 * @param person whom to count, and no name to find them by
 * @param locale the locale they were answered in
 * @param confidence of the best guess then
 * @param band the trust in it, by name: {@code NO} or {@code LIKELY}
 * @param line the line they pressed or came to in other words, or that would have been right; null where there is none
 * @param told who said that the answer was wrong; null where nobody did
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
        @Nullable String line,
        @Nullable Told told) {

    /**
     * Somebody at the desk said that the answer was wrong.
     *
     * @param answered the line it came from
     * @param by their login
     */
    public record Told(String answered, String by) {}

    /** Nobody said anything about the answer. */
    public Bubble(
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
        this(seq, at, person, persona, version, locale, words, confidence, band, after, line, null);
    }

    Bubble ending(Aftermath how, @Nullable String where) {
        return new Bubble(seq, at, person, persona, version, locale, words, confidence, band, how, where, told);
    }
}
