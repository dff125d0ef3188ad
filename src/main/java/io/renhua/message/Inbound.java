package io.renhua.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One bubble or event from a person, proven to come from the platform.
 *
 * @param id unique within the channel, the same at every redelivery: what the inbox drops duplicates by
 * @param sentAt the platform's time of sending
 */
public record Inbound(
        String id,
        ConversationId conversation,
        Person person,
        Content content,
        Instant sentAt,
        @Nullable ReplyHandle reply) {}
