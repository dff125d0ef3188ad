package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void doublesFromASecondToFiveMinutes() {
        var expected = new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300};

        for (int attempts = 0; attempts < expected.length; attempts++) {
            var plain = Duration.ofSeconds(expected[attempts]);
            assertThat(BackOff.after(attempts, 7))
                    .isBetween(plain, plain.multipliedBy(6).dividedBy(5));
        }
    }

    @Test
    void staysAtFiveMinutesHoweverOftenItFailed() {
        assertThat(IntStream.of(63, 64, 1000, Integer.MAX_VALUE).mapToObj(attempts -> BackOff.after(attempts, 7)))
                .allSatisfy(delay -> assertThat(delay).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6)));
    }

    @Test
    void spreadsRowsThatFailTogether() {
        var delays =
                LongStream.range(0, 100).mapToObj(id -> BackOff.after(3, id)).distinct();

        assertThat(delays.count()).isGreaterThan(50);
    }
}
