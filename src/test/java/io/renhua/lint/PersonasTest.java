package io.renhua.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.PersonaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The personas that come with Renhua keep to its own rules. */
class PersonasTest {
    private static final Path PERSONAS = Path.of("personas");

    @TestFactory
    Stream<DynamicTest> everyPersonaReadsAndIsClean() throws IOException {
        try (var folders = Files.list(PERSONAS)) {
            return folders.filter(Files::isDirectory).toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                        var reading = new PersonaReader().read(folder);
                        var problems = new ArrayList<>(reading.problems());
                        problems.addAll(new Lint().check(reading));

                        assertThat(reading.persona()).isNotNull();
                        assertThat(problems).isEmpty();
                    }));
        }
    }
}
