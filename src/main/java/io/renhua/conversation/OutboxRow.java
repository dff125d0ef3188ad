package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.message.Outbound;
import java.time.Instant;

/**
 * One call to a platform, waiting for its turn.
 *
 * @param epoch the owner's epoch it was said in
 * @param sending whether it was given to the platform and its outcome is not noted yet
 * @param attempts how often it was tried
 */
record OutboxRow(long epoch, Outbound message, boolean sending, int attempts, Instant dueAt, Instant createdAt) {
    String id() {
        return message.id();
    }

    ConversationId conversation() {
        return message.conversation();
    }
}
