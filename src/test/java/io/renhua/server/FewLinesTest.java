package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FewLinesTest {
    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final FewLines lines = new FewLines(clock);
    private final AtomicInteger written = new AtomicInteger();

    @Test
    void writesAFewLinesASecondHoweverManyThereAre() {
        flood();
        assertThat(written).hasValueBetween(5, 10);

        int before = written.get();
        clock.advance(Duration.ofSeconds(1));
        flood();

        assertThat(written).hasValue(2 * before);
    }

    private void flood() {
        for (int i = 0; i < 10_000; i++) {
            lines.write(written::incrementAndGet);
        }
    }
}
