package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.Rehearsal;
import io.renhua.lint.Judge;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.persona.PersonaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every chat under a persona's {@code tests/}, each a test of its own: whoever builds Renhua builds their personas too. */
class PersonaChatsTest {

    @TestFactory
    Stream<DynamicContainer> goAsWritten() throws IOException {
        try (var folders = Files.list(Path.of("personas"))) {
            return folders.filter(Files::isDirectory).sorted().toList().stream().map(PersonaChatsTest::chats);
        }
    }

    private static DynamicContainer chats(Path folder) {
        var reading = new PersonaReader().read(folder);
        var persona = Objects.requireNonNull(reading.persona(), () -> folder + " cannot be read");
        var rehearsal =
                new Rehearsal(PersonaFolder.learn(persona, new OpenNlpTrainer()).guardedBy(Judge.of(reading)));
        return DynamicContainer.dynamicContainer(
                persona.id(),
                persona.tests().stream()
                        .map(test -> DynamicTest.dynamicTest(
                                test.name(),
                                () -> assertThat(rehearsal.play(test)).isInstanceOf(Rehearsal.Outcome.Passed.class))));
    }
}
