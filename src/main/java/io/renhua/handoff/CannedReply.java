package io.renhua.handoff;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words that are kept ready, under a shortcut.
 *
 * @param words may have placeholders, as scripts have
 * @param fits where it is offered
 * @param expires from when on it is offered no more; null when never
 * @param uses how often it was taken
 * @param owner the login of whoever wrote it last
 */
public record CannedReply(
        String id,
        Whose whose,
        Fits fits,
        String shortcut,
        String title,
        String words,
        @Nullable Instant expires,
        long uses,
        String owner) {
    public static final int LONGEST_SHORTCUT = 40;
    public static final int LONGEST_TITLE = 80;
    public static final int LONGEST = 4_000;

    /** Who has it. */
    public enum Scope {
        PERSONAL,
        TEAM,
        PERSONA;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param name the agent's login, the team, or the persona's id */
    public record Whose(Scope scope, String name) {
        public static Whose of(Scope scope, String name) {
            return new Whose(scope, name);
        }

        @Override
        public String toString() {
            return scope.word() + ":" + name;
        }

        /** @throws IllegalArgumentException when it is nobody's */
        public static Whose parse(String text) {
            var parts = text.split(":", 2);
            if (parts.length < 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException("nobody is called " + text);
            }
            return new Whose(Scope.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
        }
    }

    /** A language and a channel; empty for any. */
    public record Fits(String locale, String channel) {
        public static final Fits ANYWHERE = new Fits("", "");
    }

    public boolean isOver(Instant now) {
        return expires != null && !expires.isAfter(now);
    }

    /** Whether somebody who looks for something finds this. */
    public boolean has(String words) {
        var all = (shortcut + "\n" + title + "\n" + this.words).toLowerCase(Locale.ROOT);
        return all.contains(words.toLowerCase(Locale.ROOT));
    }
}
