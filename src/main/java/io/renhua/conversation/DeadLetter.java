package io.renhua.conversation;

import io.renhua.message.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was put aside after its tries, and waits for somebody to look.
 *
 * @param id by which it is replayed: {@code in-12} for a message that was not answered, {@code out-34} for words not sent
 * @param since when it came, or was said
 * @param words that were said to us or by us; null when they cannot be read any more
 * @param why it was put aside; null when nobody noted it
 * @param attempts how often it was tried
 */
public record DeadLetter(
        String id,
        Kind kind,
        ConversationId conversation,
        Instant since,
        @Nullable String words,
        @Nullable String why,
        int attempts) {

    /** Why something was put aside that nobody can tell the words of. */
    static final String UNREADABLE = "cannot be read: another version wrote it, or it is damaged";

    public enum Kind {
        /** A message whose turn failed. */
        UNANSWERED,
        /** Words that the platform did not take for a day. */
        UNSENT,
        /** Words of which nobody knows whether the platform took them, on a channel that holds such words back. */
        IN_DOUBT
    }
}
