package io.renhua.handoff;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words that are kept ready, under a shortcut.
 *
 * @param words may have placeholders, as scripts have
 * @param enclosure what goes along with them
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
        Enclosure enclosure,
        @Nullable Instant expires,
        long uses,
        String owner) {
    public static final int LONGEST_SHORTCUT = 40;
    public static final int LONGEST_TITLE = 80;
    public static final int LONGEST = 4_000;

    /** Words alone. */
    public CannedReply(
            String id,
            Whose whose,
            Fits fits,
            String shortcut,
            String title,
            String words,
            @Nullable Instant expires,
            long uses,
            String owner) {
        this(id, whose, fits, shortcut, title, words, Enclosure.NONE, expires, uses, owner);
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
