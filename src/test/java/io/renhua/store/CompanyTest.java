package io.renhua.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompanyTest {
    private static final long MILLISECOND = 1_000_000;

    private final List<Long> pauses = new ArrayList<>();
    private final Company company = new Company(pauses::add);

    @Test
    void isNotExpectedBeforeAnythingWasCommitted() {
        assertThat(company.isExpected()).isFalse();
    }

    @Test
    void isExpectedAfterACrowdForAsLongAsItsCommitTook() {
        company.committed(8, 3 * MILLISECOND);

        assertThat(company.isExpected()).isTrue();
        company.await();
        assertThat(pauses).containsExactly(3 * MILLISECOND);
    }

    @Test
    void isWaitedForTenMillisecondsAtMost() {
        company.committed(256, 1_000 * MILLISECOND);

        company.await();

        assertThat(pauses).containsExactly(10 * MILLISECOND);
    }

    @Test
    void isNotExpectedOnceFewHaveCome() {
        company.committed(8, 3 * MILLISECOND);
        company.committed(7, 3 * MILLISECOND);

        assertThat(company.isExpected()).isFalse();
    }
}
