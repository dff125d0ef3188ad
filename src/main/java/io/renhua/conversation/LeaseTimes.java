package io.renhua.conversation;

import java.time.Duration;

/**
 * How nodes keep time with each other; the same on all of them.
 *
 * @param beat how often a node shows that it lives
 * @param lease after so long without a beat, by the database's clock, a node is struck off
 * @param quiet after so long without anything to do a conversation is anybody's
 */
public record LeaseTimes(Duration beat, Duration lease, Duration quiet) {
    public static final LeaseTimes USUAL =
            new LeaseTimes(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));

    /** So long after a beat, by our own clock, what we hold is surely ours; the rest is left for what lies in between. */
    Duration certain() {
        return lease.multipliedBy(4).dividedBy(5);
    }
}
