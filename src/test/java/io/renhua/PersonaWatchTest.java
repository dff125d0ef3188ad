package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.renhua.conversation.Personas;
import io.renhua.dialogue.LivePersona;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class PersonaWatchTest {
    private final Logger log = (Logger) LoggerFactory.getLogger(PersonaWatch.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final List<LivePersona> newcomers = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws IOException {
        said.start();
        log.addAppender(said);
        Folders.copy(Path.of("src/test/resources/personas/mo"), folder.resolve("mo"));
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(said);
    }

    @Test
    void keepsTheLastGoodVersionSpeakingUntilTheScriptIsMended() throws IOException {
        var personas = learn();
        try (var watch =
                new PersonaWatch(new PersonaFolder(folder, folder.resolve("data")), personas, newcomers::add)) {
            var good = personas.named("mo").orElseThrow();

            edit("version: 2026.11.1", "version: 2026.11.2\nvresion: 2");
            watch.reload(folder.resolve("mo"));

            assertThat(personas.named("mo")).hasValue(good);
            assertThat(said.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anyMatch(line -> line.contains("mo/persona.yaml:5") && line.contains("vresion"))
                    .contains("mo is not learnt until this is mended; what spoke before keeps speaking");

            edit("\nvresion: 2", "");
            watch.reload(folder.resolve("mo"));

            assertThat(personas.named("mo").orElseThrow().persona().version()).isEqualTo("2026.11.2");
        }
    }

    @Test
    void letsANewFolderSpeak() throws IOException {
        var personas = learn();
        var scripts = new PersonaFolder(folder, folder.resolve("data"));
        try (var watch = new PersonaWatch(scripts, personas, newcomers::add)) {
            Folders.copy(Path.of("src/test/resources/personas/mo"), folder.resolve("mi"));
            Folders.edit(folder.resolve("mi/persona.yaml"), "id: mo", "id: mi");

            watch.reload(folder.resolve("mi"));

            assertThat(newcomers).extracting(live -> live.persona().id()).containsExactly("mi");
            assertThat(scripts.memory()).matches("1 personas, models [1-9]\\d* kB, heap \\d+ of at most \\d+ MiB");
        }
    }

    private Personas learn() {
        var problems = new ArrayList<String>();
        var learnt = new PersonaFolder(folder, folder.resolve("data")).learnAll(problems);
        assertThat(problems).isEmpty();
        return new Personas(learnt, Map.of());
    }

    private void edit(String from, String to) throws IOException {
        Folders.edit(folder.resolve("mo/persona.yaml"), from, to);
    }
}
