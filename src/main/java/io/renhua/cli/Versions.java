package io.renhua.cli;

import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Reading;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Programme;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Publications;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** One persona's versions as they are named in commands: {@code live}, {@code draft}, or the beginning of an address. */
final class Versions {
    private static final int SHORTEST = 4;

    private final Publications publications;
    private final String id;
    private final Instant now;
    private final List<Publication> all;

    Versions(Publications publications, String id, Instant now) {
        this.publications = publications;
        this.id = id;
        this.now = now;
        this.all = publications.of(id);
    }

    List<Publication> all() {
        if (all.isEmpty()) {
            throw new UnreadablePersona("Nothing of " + id + " was published yet. To publish its files: renhua publish "
                    + id + " --why \"the first version\"");
        }
        return all;
    }

    Programme programme() {
        return Programme.of(all(), now);
    }

    /** What speaks to everybody now. */
    Publication live() {
        return programme()
                .live()
                .orElseThrow(() -> new UnreadablePersona("Nothing of " + id + " speaks to everybody yet."));
    }

    /** By the beginning of its address, as history shows it. */
    Publication named(String address) {
        var found = all().stream()
                .filter(each -> address.length() >= SHORTEST && each.address().startsWith(address))
                .collect(Collectors.toMap(Publication::address, each -> each, (one, other) -> one));
        if (found.size() != 1) {
            var known = all.stream().map(Publication::brief).distinct().toList();
            throw new UnreadablePersona((found.isEmpty() ? "There is no version " : "There are several versions ")
                    + address + " of " + id + ". There are, the latest first: " + String.join(", ", known));
        }
        return found.values().iterator().next();
    }

    /** A version that can speak; a draft is read from the files. */
    Persona persona(String version, Scripts scripts) {
        return Scripts.persona(reading(version, scripts));
    }

    /** The same with what its rules need. */
    Reading reading(String version, Scripts scripts) {
        return switch (version) {
            case "draft" -> scripts.read(id);
            case "live" -> reading(live());
            default -> reading(named(version));
        };
    }

    private Reading reading(Publication version) {
        var bundle = publications.content(version.address()).orElseThrow();
        return Editions.open(version, bundle, new PersonaReader()::read);
    }
}
