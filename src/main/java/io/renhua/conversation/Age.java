package io.renhua.conversation;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How old things are, as far as is sure: what the machine's clock was moved meanwhile makes nothing older, neither ahead nor
 * back and right again.
 */
final class Age {
    private final Clock clock;
    private final Ticker ticker;
    private final Instant began;
    private final long beganNanos;
    private final AtomicLong furthestBehind = new AtomicLong();

    Age(Clock clock, Ticker ticker) {
        this.clock = clock;
        this.ticker = ticker;
        this.began = clock.instant();
        this.beganNanos = ticker.read();
    }

    /** Sees where the clock stands; to be called now and then, so that no move of it is missed. */
    void look() {
        furthestBehind.accumulateAndGet(wrongBy(), Math::min);
    }

    Duration of(Instant since) {
        look();
        return Duration.between(since, clock.instant()).minusNanos(wrongBy() - furthestBehind.get());
    }

    /** By how many nanoseconds the clock is ahead of where it would stand if nobody had moved it. */
    private long wrongBy() {
        return Duration.between(began, clock.instant()).toNanos() - (ticker.read() - beganNanos);
    }
}
