package io.renhua.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes out in one call to the platform: at most {@link Limits#bubblesPerCall()} bubbles of one reply.
 *
 * @param id a UUID, the same at every try: the platform's idempotency key where it has one
 */
public record Outbound(
        String id,
        ConversationId conversation,
        List<Content> bubbles,
        Speaker speaker,
        @Nullable ReplyHandle reply) {
    public Outbound {
        bubbles = List.copyOf(bubbles);
    }
}
