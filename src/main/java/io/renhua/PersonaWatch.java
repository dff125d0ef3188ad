package io.renhua;

import io.renhua.persona.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees scripts change and hands them on, whole or not at all: while a script has mistakes, they are said and what spoke
 * before keeps speaking. A folder that is new is a new persona.
 */
final class PersonaWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PersonaWatch.class);
    private static final int SECONDS = 2;

    private final PersonaFolder folder;
    private final BiConsumer<Path, Reading> drafts;
    private final Map<Path, Long> seen = new HashMap<>();
    private final Retraining<Path> retraining = new Retraining<>(this::reload);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("persona-watch").factory());

    /** @param drafts takes a script in which nothing is wrong, and what it says */
    PersonaWatch(PersonaFolder folder, BiConsumer<Path, Reading> drafts) {
        this.folder = folder;
        this.drafts = drafts;
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
            retraining.changed(script);
        }
    }

    /** Reads a changed script and hands it on when nothing is wrong with it. */
    void reload(Path script) {
        var reading = folder.read(script);
        if (reading.persona() == null) {
            PersonaFolder.errors(reading).forEach(problem -> LOG.warn("{}", problem));
            LOG.warn("{} is not learnt until this is mended; what spoke before keeps speaking", script.getFileName());
            return;
        }
        drafts.accept(script, reading);
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
        retraining.close();
    }
}
