package io.renhua.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SatisfactionTest {
    @Test
    void countsFoursAndFivesOfThoseWhoAnswered() {
        var found = Satisfaction.of(Arrays.asList(5, 4, 3, 1, null, null));

        assertThat(found).isEqualTo(new Satisfaction(6, 4, 2, 13));
        assertThat(found.share()).isEqualTo(.5);
        assertThat(found.mean()).isEqualTo(3.25);
    }

    /** Figures of Newcombe (1998), Statistics in Medicine 17, table I, method 3. */
    @Test
    void givesWilsonsInterval() {
        assertInterval(new Satisfaction(263, 263, 81, 0), .2553, .3662);
        assertInterval(new Satisfaction(148, 148, 15, 0), .0624, .1605);
        assertInterval(new Satisfaction(20, 20, 0, 0), 0, .1611);
        assertInterval(new Satisfaction(29, 29, 1, 0), .0061, .1718);
    }

    @Test
    void knowsNothingWhereNobodyAnswered() {
        assertThat(Satisfaction.of(List.of()).interval()).isEqualTo(new Satisfaction.Interval(0, 1));
    }

    private static void assertInterval(Satisfaction found, double from, double until) {
        assertThat(found.interval().from()).isCloseTo(from, within(.0001));
        assertThat(found.interval().until()).isCloseTo(until, within(.0001));
    }
}
