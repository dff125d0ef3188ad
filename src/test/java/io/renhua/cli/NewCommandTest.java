package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.exchange.Beginnings;
import io.renhua.lint.Lint;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class NewCommandTest {
    @TempDir
    private Path personas;

    private int code;

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hant", "zh-Hans", "en", "zh-Hant,zh-Hans,en", "en,zh-Hans"})
    void beginsOneThatHasNothingToMend(String locales) {
        assertThat(run("mine", "--nickname", "小墨", "--brand", "墨書店", "--locale", locales))
                .startsWith("There is a persona mine now");
        assertThat(code).isZero();

        var reading = new PersonaReader().read(personas.resolve("mine"));
        var persona = Objects.requireNonNull(reading.persona());
        assertThat(persona.locales().offered()).containsExactly(locales.split(","));
        assertThat(reading.problems()).noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        assertThat(new Lint().check(persona, reading.places()))
                .noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        assertThat(persona.tests()).hasSize(4);
    }

    @Test
    void tellsByTheNicknameWhatItSpeaks() {
        run("mo", "--nickname", "Mo", "--brand", "Mo Books");
        run("xiaomo", "--nickname", "小墨", "--brand", "墨書店");

        assertThat(standard("mo")).isEqualTo("en");
        assertThat(standard("xiaomo")).isEqualTo("zh-Hant");
    }

    @Test
    void nothingInANameIsReadAsAScript() {
        run("mine", "--nickname", "{brand}: [x]", "--brand", "a\n# b", "--locale", "en");

        var persona = Objects.requireNonNull(
                new PersonaReader().read(personas.resolve("mine")).persona());
        assertThat(persona.identity().nickname().in("en"))
                .doesNotContain("{brand}")
                .contains("brand");
        assertThat(persona.identity().brand().in("en")).isEqualTo("a # b");
    }

    @Test
    void standsInForNobody() throws IOException {
        run("mine", "--nickname", "Mo", "--brand", "Mo Books");
        var before = Files.readString(personas.resolve("mine/persona.yaml"));

        assertThat(run("mine", "--nickname", "Another", "--brand", "Else"))
                .contains("There is a persona mine already, and it stays. Write instead: another name, such as mine-2");
        assertThat(Files.readString(personas.resolve("mine/persona.yaml"))).isEqualTo(before);
    }

    @Test
    void saysWhichLanguagesThereAreWordsIn() {
        assertThat(run("mine", "--nickname", "Mo", "--brand", "Mo Books", "--locale", "fr"))
                .contains("There are no first words in fr. Write instead: one of "
                        + String.join(", ", Beginnings.LANGUAGES));
        assertThat(personas).isEmptyDirectory();
    }

    private String standard(String id) {
        return Objects.requireNonNull(
                        new PersonaReader().read(personas.resolve(id)).persona())
                .locales()
                .standard();
    }

    private String run(String... arguments) {
        var out = new StringWriter();
        code = new CommandLine(new NewCommand(personas))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(arguments);
        return out.toString();
    }
}
