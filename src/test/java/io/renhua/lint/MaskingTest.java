package io.renhua.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.PersonaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskingTest {
    private static final Masking PAO = Masking.of(Objects.requireNonNull(
            new PersonaReader().read(Path.of("personas/pao")).persona()));

    record Said(String words, String kept) {}

    @ParameterizedTest
    @MethodSource
    void keepsNothingPersonal(Said said) {
        assertThat(PAO.mask(said.words())).isEqualTo(said.kept());
    }

    static Stream<Said> keepsNothingPersonal() throws IOException {
        return Files.readString(Path.of("src/test/resources/lint/masking.txt"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" => "))
                .map(parts -> new Said(parts[0], parts[1]));
    }

    @Test
    void changesNothingThatIsMaskedAlready() throws IOException {
        assertThat(keepsNothingPersonal())
                .allSatisfy(said -> assertThat(PAO.mask(said.kept())).isEqualTo(said.kept()));
    }

    @Test
    void bearsWhateverIsSaid() {
        assertThat(PAO.mask("")).isEmpty();
        assertThat(PAO.mask("一\n二\t\u0000三")).isEqualTo("一 二 三");
        assertThat(PAO.mask("\uD83C你好")).isEqualTo("你好");
        assertThat(PAO.mask("1 ".repeat(32_000))).hasSizeLessThan(600);
        assertThat(PAO.mask("王".repeat(64_000))).hasSizeLessThan(600);
    }
}
