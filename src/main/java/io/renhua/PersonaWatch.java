package io.renhua;

import io.renhua.conversation.Personas;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees scripts change and lets their personas learn anew, whole or not at all: while a script has mistakes, they are said
 * and the last good version keeps speaking.
 */
final class PersonaWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PersonaWatch.class);
    private static final int SECONDS = 2;

    private final PersonaFolder folder;
    private final Personas personas;
    private final PersonaReader reader = new PersonaReader();
    private final Map<Path, Long> seen = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("persona-watch").factory());

    PersonaWatch(PersonaFolder folder, Personas personas) {
        this.folder = folder;
        this.personas = personas;
    }

    void start() {
        folder.folders().forEach(each -> seen.put(each, fingerprint(each)));
        var _ = timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            folder.folders().forEach(this::look);
        } catch (RuntimeException e) {
            LOG.error("looking for changed scripts failed; goes on", e); // a throw would end the timer for good
        }
    }

    private void look(Path script) {
        long now = fingerprint(script);
        if (!Long.valueOf(now).equals(seen.put(script, now))) {
            reload(script);
        }
    }

    /** Reads a changed script and lets it speak when nothing is wrong with it. */
    void reload(Path script) {
        var reading = reader.read(script);
        var persona = reading.persona();
        if (persona == null) {
            reading.problems().stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .forEach(problem -> LOG.warn("{}", problem));
            LOG.warn("{} is not learnt until this is mended; what spoke before keeps speaking", script.getFileName());
        } else if (personas.named(persona.id()).isEmpty()) {
            LOG.info("{} is new; it speaks after a restart, when its channels open", persona.id());
        } else {
            personas.replace(folder.learn(persona));
            LOG.info("{} speaks version {}", persona.id(), persona.version());
        }
    }

    /** Changes whenever a file is written, added or taken away. */
    private static long fingerprint(Path script) {
        try (var files = Files.walk(script)) {
            return files.mapToLong(file -> 31L * file.hashCode() + file.toFile().lastModified())
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // being written just now; the next look sees it
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
