package io.renhua.dialogue;

import java.time.Duration;

/**
 * What somebody who asks for a person now has to expect.
 *
 * @param attended whether anybody is at the desk
 * @param ahead how many wait before a newcomer to the queue
 * @param waits how long they will wait, as measured
 */
public record Outlook(boolean attended, int ahead, Duration waits) {
    /** Somebody is there, and nobody else waits. */
    public static final Outlook OPEN = new Outlook(true, 0, Duration.ZERO);
}
