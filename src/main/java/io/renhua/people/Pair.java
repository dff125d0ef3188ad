package io.renhua.people;

import io.renhua.message.ConversationId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Two contacts that may be one person, and what somebody at the desk has said of that.
 *
 * @param why in their words
 * @param agent the login of whoever said so
 * @param asker the login of whoever asked for it before; null where nobody did
 */
public record Pair(
        End one,
        End other,
        Verdict verdict,
        String why,
        String agent,
        Instant at,
        @Nullable String asker) {

    /** One of the two, and the conversation in which it was said of them. */
    public record End(Contact contact, ConversationId conversation) {}

    public enum Verdict {
        /** Somebody asks whoever may to make them one. */
        ASKED,
        /** They are two. */
        DECLINED,
        /** They are one. */
        ONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Verdict of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The end that is not theirs. */
    public End beyond(Contact contact) {
        return one.contact().equals(contact) ? other : one;
    }

    public boolean is(Verdict verdict) {
        return this.verdict == verdict;
    }

    /** As it was asked for before somebody decided. */
    public Pair askedAgain(String asker) {
        return new Pair(one, other, Verdict.ASKED, why, asker, at, null);
    }
}
