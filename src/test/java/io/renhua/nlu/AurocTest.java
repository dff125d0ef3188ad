package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AurocTest {
    @Test
    void isOneWhereEveryScoreTells() {
        assertThat(Auroc.of(new double[] {0.9, 0.6}, new double[] {0.5, 0.1})).isEqualTo(1);
    }

    @Test
    void isNoughtWhereEveryScoreMisleads() {
        assertThat(Auroc.of(new double[] {0.1}, new double[] {0.5, 0.9})).isZero();
    }

    @Test
    void countsEqualScoresHalf() {
        var higher = new double[] {0.9, 0.5, 0.5};
        var lower = new double[] {0.5, 0.1};

        // 0.9 is above both; each 0.5 is above one and equal to one
        assertThat(Auroc.of(higher, lower)).isCloseTo((2 + 1.5 + 1.5) / 6, within(1e-12));
    }

    @Test
    void isAHalfWhereAllScoresAreEqual() {
        assertThat(Auroc.of(new double[] {0.3, 0.3}, new double[] {0.3, 0.3, 0.3}))
                .isEqualTo(0.5);
    }

    @Test
    void doesNotAskForSortedScores() {
        assertThat(Auroc.of(new double[] {0.2, 0.8}, new double[] {0.9, 0.1, 0.5}))
                .isCloseTo((1 + 2) / 6.0, within(1e-12));
    }
}
