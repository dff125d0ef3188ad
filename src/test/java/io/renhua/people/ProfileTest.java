package io.renhua.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "Orders", "1st", "last-care", "last care", "標題", "_x", "a\nb"})
    void refusesWhatIsNoName(String name) {
        assertThatThrownBy(() -> new Profile(Map.of(name, "1"))).hasMessageContaining("is no name of a fact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "nul\u0000"})
    void refusesWhatIsNoValue(String value) {
        assertThatThrownBy(() -> new Profile(Map.of("title", value))).hasMessageContaining("title takes a text of 1");
    }

    @Test
    void takesAsManyCharactersAsItSaysWhateverTheyAre() {
        assertThat(new Profile(Map.of("a".repeat(41), "🏅".repeat(200))).facts())
                .hasSize(1);
        assertThatThrownBy(() -> new Profile(Map.of("a".repeat(42), "1"))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new Profile(Map.of("a", "x".repeat(201)))).isInstanceOf(RuntimeException.class);
    }
}
