package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.message.Outbound;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call to a platform, waiting for its turn.
 *
 * @param epoch the owner's epoch it was said in
 * @param call what to give to the platform; null when it cannot be read any more
 * @param sending whether it was given to the platform and its outcome is not noted yet
 * @param attempts how often it was tried
 */
record OutboxRow(
        String id,
        ConversationId conversation,
        long epoch,
        @Nullable Outbound call,
        boolean sending,
        int attempts,
        Instant dueAt,
        Instant createdAt) {

    boolean isReadable() {
        return call != null;
    }

    /** What to give to the platform; only of what can be read. */
    Outbound message() {
        return Objects.requireNonNull(call);
    }
}
