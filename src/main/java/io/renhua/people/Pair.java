package io.renhua.people;

import io.renhua.message.ConversationId;
import java.util.Locale;

/** Two contacts that may be one person, and what somebody at the desk says of that. */
public record Pair(End one, End other, Statement said) {

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
        return said.verdict() == verdict;
    }
}
