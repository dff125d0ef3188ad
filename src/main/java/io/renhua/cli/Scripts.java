package io.renhua.cli;

import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import io.renhua.persona.Reading;
import io.renhua.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
                    Wording.of("There is no persona %s in %s. There are: %s", id, folder, String.join(", ", all())));
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
            throw new UnreadablePersona(Wording.joined(
                    "%s\n%s", reading.problems().stream().map(Problem::report).toList()));
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
            throw new UnreadablePersona(Wording.of("There is no folder %s here.", folder));
        }
    }
}
