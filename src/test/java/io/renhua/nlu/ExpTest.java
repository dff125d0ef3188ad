package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExpTest {

    @Test
    void isTheExponentialFunction() {
        for (double x = -690; x < 690; x += 0.0371) {
            assertThat(Exp.of(x) / StrictMath.exp(x)).isCloseTo(1, within(1e-9));
        }
        assertThat(Exp.of(0)).isEqualTo(1);
    }

    @Test
    void endsQuietlyWhereItsNumbersEnd() {
        assertThat(Exp.of(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exp.of(Double.NaN)).isZero();
        assertThat(Exp.of(Double.POSITIVE_INFINITY)).isFinite();
    }
}
