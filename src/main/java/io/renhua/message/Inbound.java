package io.renhua.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One bubble or event from a person, proven to come from the platform; or what it tells us of our own side.
 *
 * @param id unique within the channel, the same at every redelivery: what the inbox drops duplicates by
 * @param person who said it, on whichever side
 * @param sentAt the platform's time of sending
 * @param echo what it is of our own side; null for what the person did whom we talk with
 */
public record Inbound(
        String id,
        ConversationId conversation,
        Person person,
        Content content,
        Instant sentAt,
        @Nullable ReplyHandle reply,
        @Nullable Echo echo) {

    /** From the person whom we talk with. */
    public Inbound(
            String id,
            ConversationId conversation,
            Person person,
            Content content,
            Instant sentAt,
            @Nullable ReplyHandle reply) {
        this(id, conversation, person, content, sentAt, reply, null);
    }
}
