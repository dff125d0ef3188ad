package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FewLinesTest {
    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final FewLines lines = new FewLines(clock);
    private final List<String> written = new ArrayList<>();

    @Test
    void writesAFewLinesASecondHoweverManyThereAre() {
        flood();
        int before = written.size();
        assertThat(before).isBetween(5, 9);

        clock.advance(Duration.ofSeconds(1));
        flood();

        assertThat(written).hasSize(2 * before);
    }

    @Test
    void writesTheSameLineOnceASecondAndSaysHowManyThereWere() {
        times(118, "turned away");
        clock.advance(Duration.ofSeconds(1));
        times(3, "turned away");
        times(1, "refused");
        clock.advance(Duration.ofSeconds(1));
        times(1, "turned away");

        assertThat(written)
                .containsExactly(
                        "turned away",
                        "turned away (and 117 more before)",
                        "refused",
                        "turned away (and 2 more before)");
    }

    @Test
    void aLineThatComesLaterSaysNothingOfThoseBeforeAnother() {
        times(118, "turned away");
        clock.advance(Duration.ofSeconds(2));
        times(1, "refused");
        clock.advance(Duration.ofSeconds(1));
        times(1, "turned away");

        assertThat(written).containsExactly("turned away", "refused", "turned away");
    }

    private void times(int times, String line) {
        for (int i = 0; i < times; i++) {
            lines.write(line, written::add);
        }
    }

    private void flood() {
        for (int i = 0; i < 10_000; i++) {
            lines.write("forged " + i, written::add);
        }
    }
}
