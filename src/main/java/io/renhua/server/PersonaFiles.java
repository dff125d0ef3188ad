package io.renhua.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renhua.bundle.Contents;
import io.renhua.bundle.Fingerprint;
import io.renhua.conversation.Personas;
import io.renhua.publishing.Publication;
import io.renhua.publishing.StorePublications;
import io.renhua.publishing.VersionFile;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds what personas show and let hear: as a version has it, or in the folder where nothing was published yet. */
@Singleton
final class PersonaFiles {
    private static final long BYTES_AT_HAND = 32L << 20;

    /** What a version may hold is no larger either. */
    private static final long LARGEST = 16L << 20;

    private final Personas personas;
    private final StorePublications publications;
    private final Path root;
    private final Cache<Place, VersionFile> atHand = Caffeine.newBuilder()
            .maximumWeight(BYTES_AT_HAND)
            .weigher((Place place, VersionFile file) -> file.bytes().length)
            .build();

    PersonaFiles(Personas personas, StorePublications publications, @Named("personas") Path root) {
        this.personas = personas;
        this.publications = publications;
        this.root = root;
    }

    private record Place(String version, String path) {}

    /**
     * A file that is what its name says.
     *
     * @param forGood whether it was asked for by what holds it, and so never changes
     */
    record Shown(VersionFile file, ServedKind kind, boolean forGood) {}

    /**
     * What stands at a path in a persona's folder.
     *
     * @param named the persona, and the version after an @; without one, what speaks now
     */
    Optional<Shown> find(String named, String path) {
        var id = named.contains("@") ? Publication.label(named) : named;
        var live = personas.named(id);
        var asked = Publication.address(named);
        if (!Contents.PERSONA.holds(path)) {
            return Optional.empty();
        }
        if (live.isEmpty()) {
            return personas.isRehearsing(id) && !asked.isEmpty()
                    ? inVersion(asked, path).flatMap(file -> shown(file, path, true))
                    : Optional.empty();
        }
        var speaks = Publication.address(live.get().persona().version());
        var kept = inVersion(asked.isEmpty() ? speaks : asked, path);
        if (kept.isPresent()) {
            return shown(kept.get(), path, !asked.isEmpty());
        }
        return asked.isEmpty() || asked.equals(speaks)
                ? inFolder(id, path).flatMap(file -> shown(file, path, false))
                : Optional.empty();
    }

    private static Optional<Shown> shown(VersionFile file, String path, boolean forGood) {
        return ServedKind.of(path, file.bytes()).map(kind -> new Shown(file, kind, forGood));
    }

    private Optional<VersionFile> inVersion(String version, String path) {
        var place = new Place(version, path);
        var known = atHand.getIfPresent(place);
        if (version.isEmpty() || known != null) {
            return Optional.ofNullable(known);
        }
        var found = publications.file(version, path);
        found.ifPresent(file -> atHand.put(place, file));
        return found;
    }

    private Optional<VersionFile> inFolder(String persona, String path) {
        try {
            var folder = root.resolve(persona).resolve(path.substring(0, path.indexOf('/')));
            var file = root.resolve(persona).resolve(path);
            // the real path, so that no link leads out of the folder
            if (!Files.isRegularFile(file)
                    || !file.toRealPath().startsWith(folder.toRealPath())
                    || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            var bytes = Files.readAllBytes(file);
            return Optional.of(new VersionFile(Fingerprint.of(bytes), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("reading a file of " + persona, e);
        }
    }
}
