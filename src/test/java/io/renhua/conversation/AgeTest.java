package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.renhua.connector.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AgeTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock(NOON);
    private long nanos;
    private final Ticker ticker = () -> nanos;
    private final Age age = new Age(clock, ticker);

    @Test
    void goesWithTheTime() {
        pass(Duration.ofHours(30));

        assertThat(age.of(NOON)).isEqualTo(Duration.ofHours(30));
        assertThat(age.of(NOON.minus(DAY))).isEqualTo(Duration.ofHours(54));
    }

    @Test
    void countsNothingThatTheClockWasPutAhead() {
        clock.advance(DAY);
        pass(Duration.ofHours(1));

        assertThat(age.of(NOON)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void countsNothingThatTheClockWasPutBackAndIsRightAgain() {
        clock.advance(DAY.negated());
        age.look();
        var since = clock.instant();
        clock.advance(DAY);
        pass(Duration.ofHours(1));

        assertThat(age.of(since)).isEqualTo(Duration.ofHours(1));
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        clock.advance(time);
    }
}
