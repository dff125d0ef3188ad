package io.renhua.message;

import java.time.Instant;

/**
 * A platform's offer to answer one message for free or at once: LINE's reply token, WeChat's passive reply.
 *
 * @param token the connector's own
 * @param expires from when on the connector must use its other way
 */
public record ReplyHandle(String token, Instant expires) {}
