package io.renhua.conversation;

import io.renhua.action.Errand;
import io.renhua.message.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An errand that somebody has begun to run.
 *
 * @param errand null when it cannot be read any more
 * @param attempts this one among them
 * @param until when nobody waits for it any more
 */
record ErrandRow(
        String id, ConversationId conversation, @Nullable Errand errand, int attempts, Instant until) {}
