package io.renhua;

import io.renhua.bundle.Fingerprint;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Reading;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Publications;
import io.renhua.why.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The scripts of versions that spoke, by the names under which they did: published ones, and what the files hold. */
final class SpokenScripts implements Scripts.Versions {
    private final Publications publications;
    private final Path personas;
    private final PersonaReader reader = new PersonaReader();

    SpokenScripts(Publications publications, Path personas) {
        this.publications = publications;
        this.personas = personas;
    }

    @Override
    public Optional<Reading> find(String persona, String version) {
        return published(persona, version).or(() -> inTheFiles(persona, version));
    }

    private Optional<Reading> published(String persona, String version) {
        return publications.of(persona).stream()
                .filter(publication -> publication.isCalled(version))
                .findFirst()
                .flatMap(publication -> publications
                        .content(publication.address())
                        .map(bundle -> Editions.open(persona, publication.address(), bundle, reader::read)));
    }

    /** What speaks before anything was published. */
    private Optional<Reading> inTheFiles(String persona, String version) {
        var folder = personas.resolve(persona);
        return persona.isEmpty() || !Files.isDirectory(folder) || !version.endsWith(name(folder))
                ? Optional.empty()
                : Optional.of(reader.read(folder));
    }

    private static String name(Path folder) {
        return Publication.name("", Fingerprint.of(folder));
    }
}
