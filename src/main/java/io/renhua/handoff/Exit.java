package io.renhua.handoff;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How it came that the persona has the word again after a person was asked for, or there.
 *
 * @param at since when
 * @param topic what it was about; null where nobody said so
 */
public record Exit(How how, Instant at, @Nullable String topic) {
    public enum How {
        /** A person helped, and named what it was about. */
        RESOLVED,
        /** A person gave it back. */
        RELEASED,
        /** Whoever waited wanted nobody any more. */
        WITHDRAWN,
        /** The same, after a promise that was not kept; or whoever answered elsewhere fell silent. */
        TIMED_OUT,
        /** Nobody was there to take it. */
        NOBODY,
        /** They went: unfollowed, blocked us, or removed the bot. */
        LEFT,
        /** Somebody at the desk blocked them. */
        BLOCKED,
        /** Somebody at the desk saw that nobody was to answer it. */
        SPAM;

        /** Whether it ended there, and what was still to be said, asked or promised is not any more. */
        boolean isShut() {
            return this == LEFT || this == BLOCKED || this == SPAM;
        }

        /** What it is called in the store and in scripts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static How of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static Exit of(How how, Instant at) {
        return new Exit(how, at, null);
    }
}
