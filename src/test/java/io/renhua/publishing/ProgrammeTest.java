package io.renhua.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgrammeTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void nothingSpeaksBeforeTheFirst() {
        assertThat(Programme.of(List.of(), NOON).live()).isEmpty();
    }

    @Test
    void theLastThatBeganSpeaks() {
        var first = publication(1, "all", -2);
        var second = publication(2, "all", -1);
        var later = publication(3, "all", 5);

        var programme = Programme.of(List.of(later, second, first), NOON);

        assertThat(programme.live()).hasValue(second);
        assertThat(programme.next()).hasValue(later.begins());
        assertThat(Programme.of(List.of(later, second, first), later.begins()).live())
                .hasValue(later);
    }

    @Test
    void ofTwoThatBeginTogetherTheOneAskedForLastSpeaks() {
        var one = publication(1, "all", 0);
        var other = publication(2, "all", 0);

        assertThat(Programme.of(List.of(other, one), NOON).live()).hasValue(other);
    }

    @Test
    void aTrialEndsWhenSomethingNewSpeaksToEverybody() {
        var live = publication(1, "all", -3);
        var trial = publication(2, "10%", -2);
        var next = publication(3, "all", -1);

        assertThat(Programme.of(List.of(trial, live), NOON).trial()).hasValue(trial);
        assertThat(Programme.of(List.of(trial, live), NOON).live()).hasValue(live);
        assertThat(Programme.of(List.of(next, trial, live), NOON).trial()).isEmpty();
    }

    private static Publication publication(long number, String audience, int hours) {
        return new Publication(
                number,
                "mo",
                "address-" + number,
                "",
                Audience.of(audience).orElseThrow(),
                "lin",
                "why",
                NOON,
                NOON.plus(Duration.ofHours(hours)),
                true);
    }
}
