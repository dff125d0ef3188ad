package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import io.renhua.persona.Problem.Severity;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** New lines for a persona that is there: one file, and one for each other language. No file of it is changed. */
final class Addition {
    private final Path folder;
    private final String name;

    /** @param name what the files shall be called, without their ending */
    Addition(Path folder, String name) {
        this.folder = folder;
        this.name = name;
        if (!name.matches("[a-z0-9][a-z0-9_-]{0,63}")) {
            throw new CannotTravel(Wording.of(
                    "A lines file's name is lower-case letters, digits and hyphens. Write instead: --as faq"));
        }
    }

    Arrived of(Knowledge knowledge) {
        var persona = read(folder);
        var standard = persona.locales().standard();
        var topics = knowledge.topics(standard);
        var lines = new LinesFile(topics, new LineNames(persona.lines().keySet()));
        var scripts = new LinkedHashMap<Path, String>();
        knowledge.locales().stream()
                .filter(locale -> !locale.equals(standard))
                .forEach(locale -> scripts.put(
                        Path.of("locales", locale, "lines", name + ".yaml"),
                        ScriptPaper.written(lines.wordsIn(locale))));
        scripts.put(Path.of("lines", name + ".yaml"), ScriptPaper.written(lines.in(standard)));
        try {
            refuseTaken(scripts);
            tryOut(scripts);
            write(scripts);
        } catch (IOException e) {
            throw new UncheckedIOException("writing lines into " + folder, e);
        }
        return new Arrived(persona.id(), remarks(knowledge, scripts));
    }

    private List<Wording> remarks(Knowledge knowledge, Map<Path, String> scripts) {
        var remarks = new ArrayList<>(knowledge.remarks());
        scripts.keySet().forEach(script -> remarks.add(Wording.of("Written: %s", folder.resolve(script))));
        return remarks;
    }

    private void refuseTaken(Map<Path, String> scripts) {
        scripts.keySet().stream()
                .filter(script -> Files.exists(folder.resolve(script)))
                .forEach(script -> {
                    throw new CannotTravel(Wording.of(
                            "There is a file %s already, and it stays. Write instead: --as %s-2",
                            folder.resolve(script), name));
                });
    }

    /** Reads a copy with the new lines in it: whoever speaks must not fall silent over them. */
    private void tryOut(Map<Path, String> scripts) throws IOException {
        var room = Files.createTempDirectory("renhua-addition");
        try {
            var copy = room.resolve(folder.getFileName());
            Folders.copy(folder, copy);
            for (var script : scripts.entrySet()) {
                write(copy.resolve(script.getKey()), script.getValue());
            }
            read(copy);
        } finally {
            Folders.clear(room);
        }
    }

    private void write(Map<Path, String> scripts) throws IOException {
        for (var script : scripts.entrySet()) {
            write(folder.resolve(script.getKey()), script.getValue());
        }
    }

    private static void write(Path file, String script) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, script.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
    }

    private static Persona read(Path folder) {
        var reading = new PersonaReader().read(folder);
        if (reading.persona() == null) {
            throw new CannotTravel(Wording.lines(
                    Wording.of("It is refused, because the script could not be read with it:"),
                    reading.problems().stream()
                            .filter(problem -> problem.severity() == Severity.ERROR)
                            .map(Problem::report)
                            .toList()));
        }
        return reading.persona();
    }
}
