package io.renhua;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.renhua.persona.Persona;
import io.renhua.persona.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class PersonaWatchTest {
    private final Logger log = (Logger) LoggerFactory.getLogger(PersonaWatch.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final List<Persona> drafts = new ArrayList<>();

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
    void handsOnNothingUntilTheScriptIsMended() throws IOException {
        try (var watch = new PersonaWatch(scripts(), this::takeDraft)) {
            edit("version: 2026.11.1", "version: 2026.11.2\nvresion: 2");
            watch.reload(folder.resolve("mo"));

            assertThat(drafts).isEmpty();
            assertThat(said.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anyMatch(line -> line.contains("mo/persona.yaml:5") && line.contains("vresion"))
                    .contains("mo is not learnt until this is mended; what spoke before keeps speaking");

            edit("\nvresion: 2", "");
            watch.reload(folder.resolve("mo"));

            assertThat(drafts)
                    .extracting(Persona::version)
                    .singleElement(as(STRING))
                    .startsWith("2026.11.2@");
        }
    }

    private PersonaFolder scripts() {
        return new PersonaFolder(folder, folder.resolve("data"), false);
    }

    private void takeDraft(Path script, Reading reading) {
        var persona = Objects.requireNonNull(reading.persona());
        assertThat(script).hasFileName(persona.id());
        drafts.add(persona);
    }

    private void edit(String from, String to) throws IOException {
        Folders.edit(folder.resolve("mo/persona.yaml"), from, to);
    }
}
