package io.renhua.conversation;

import io.renhua.message.Inbound;
import java.time.Instant;

/**
 * A message that is durably ours to answer.
 *
 * @param attempts how often its turn was begun before and not finished
 */
public record Arrival(long id, Inbound message, Instant receivedAt, int attempts) {}
