package io.renhua.cli;

import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The persona scripts on disk, as commands name them. */
final class Scripts {
    private final Path folder;
    private final PersonaReader reader = new PersonaReader();

    Scripts(Path folder) {
        this.folder = folder;
    }

    /** The ids named, or all there are. */
    List<String> ids(List<String> named) {
        return named.isEmpty() ? all() : named;
    }

    Path folder(String id) {
        return folder.resolve(id);
    }

    Reading read(String id) {
        if (!all().contains(id)) {
            throw new UnreadablePersona(
                    "There is no persona " + id + " in " + folder + ". There are: " + String.join(", ", all()));
        }
        return reader.read(folder.resolve(id));
    }

    /** A persona that can speak, or all that keeps it from it. */
    Persona persona(String id) {
        return persona(read(id));
    }

    static Persona persona(Reading reading) {
        var persona = reading.persona();
        if (persona == null) {
            throw new UnreadablePersona(
                    reading.problems().stream().map(String::valueOf).collect(Collectors.joining("\n")));
        }
        return persona;
    }

    private List<String> all() {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> Files.exists(entry.resolve("persona.yaml")))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnreadablePersona("There is no folder " + folder + " here.");
        }
    }
}
