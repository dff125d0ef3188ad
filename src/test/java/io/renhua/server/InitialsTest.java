package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    @ParameterizedTest
    @CsvSource({"王小明, 王○○", "王明, 王○", "王, 王", "Jane van Doe, J. D.", "lin, L.", "' ', ''", "🙂 Kim, 🙂. K."})
    void tellNobodysName(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
