package io.renhua.conversation;

import java.time.Duration;

/**
 * Whether it is watched that open desks see the queue.
 *
 * @param on whether each minute a chat that is none enters it
 * @param within how long a desk may take to see it
 */
public record Probing(boolean on, Duration within) {
    public static final Probing OFF = new Probing(false, Duration.ofSeconds(10));
}
