package io.renhua.hook;

import java.time.Duration;
import java.util.List;

/**
 * When what did not arrive is tried again, as <a
 * href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard Webhooks</a>
 * advises, and for how long.
 */
final class Schedule {
    /** From then on it is put aside. */
    static final Duration FOR = Duration.ofDays(3);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private Schedule() {}

    /** After so many tries; up to a tenth more, so that events do not march in step. */
    static Duration after(int attempts, String event) {
        var pause = PAUSES.get(Math.clamp(attempts - 1, 0, PAUSES.size() - 1));
        return pause.plus(
                pause.multipliedBy(Math.floorMod(event.hashCode(), 100)).dividedBy(1000));
    }
}
