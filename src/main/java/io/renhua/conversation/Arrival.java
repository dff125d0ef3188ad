package io.renhua.conversation;

import io.renhua.message.Inbound;

/**
 * A message that is durably ours to answer.
 *
 * @param attempts how often its turn was begun before and not finished
 */
public record Arrival(long id, Inbound message, int attempts) {}
