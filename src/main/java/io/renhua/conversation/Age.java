package io.renhua.conversation;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How old things are, as far as is sure: what a machine's clock was moved ahead meanwhile does not make them older. */
final class Age {
    private final Clock clock;
    private final Ticker ticker;
    private final Instant began;
    private final long beganNanos;

    Age(Clock clock, Ticker ticker) {
        this.clock = clock;
        this.ticker = ticker;
        this.began = clock.instant();
        this.beganNanos = ticker.read();
    }

    Duration of(Instant since) {
        var now = clock.instant();
        var jump = Duration.between(began, now).minusNanos(ticker.read() - beganNanos);
        var age = Duration.between(since, now);
        return jump.isPositive() ? age.minus(jump) : age;
    }
}
