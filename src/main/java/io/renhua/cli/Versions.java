package io.renhua.cli;

import io.renhua.bundle.Fingerprint;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Reading;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Programme;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Publications;
import io.renhua.publishing.Review;
import io.renhua.publishing.Reviews;
import io.renhua.text.Wording;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One persona's versions as they are named in commands: {@code live}, {@code draft}, {@code review}, or the beginning of an address. */
final class Versions {
    static final int SHORTEST = 4;

    private final Publications publications;
    private final String id;
    private final Instant now;
    private final List<Publication> all;
    private final Reviews reviews;

    Versions(Publications publications, String id, Instant now) {
        this.publications = publications;
        this.id = id;
        this.now = now;
        this.all = publications.of(id);
        this.reviews = publications.reviews(id);
    }

    List<Publication> all() {
        if (all.isEmpty()) {
            throw new UnreadablePersona(Wording.of(
                    "Nothing of %s was published yet. To publish its files: renhua publish %s --why \"the first version\"",
                    id, id));
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
                .orElseThrow(() -> new UnreadablePersona(Wording.of("Nothing of %s speaks to everybody yet.", id)));
    }

    /** By the beginning of its address, as history shows it. */
    Publication named(String address) {
        return one(all(), Publication::address, address);
    }

    private <T> T one(List<T> all, Function<T, String> addressOf, String address) {
        var found = all.stream()
                .filter(each ->
                        address.length() >= SHORTEST && addressOf.apply(each).startsWith(address))
                .collect(Collectors.toMap(addressOf, each -> each, (one, other) -> one));
        if (found.size() != 1) {
            var known = all.stream()
                    .map(addressOf)
                    .map(Publication::brief)
                    .distinct()
                    .toList();
            throw new UnreadablePersona(Wording.of(
                    found.isEmpty()
                            ? "There is no version %s of %s. There are, the latest first: %s"
                            : "There are several versions %s of %s. There are, the latest first: %s",
                    address,
                    id,
                    String.join(", ", known)));
        }
        return found.values().iterator().next();
    }

    /** What was published, and what was sent to be reviewed. */
    private String address(String version) {
        return switch (version) {
            case "live" -> live().address();
            case "review" ->
                reviews.waiting()
                        .or(reviews::approved)
                        .orElseThrow(() -> new UnreadablePersona(ReviewCommand.nothingWaits(id)))
                        .address();
            default ->
                one(
                        Stream.concat(
                                        reviews.all().stream().map(Review::address),
                                        all.stream().map(Publication::address))
                                .toList(),
                        each -> each,
                        version);
        };
    }

    /** How a version was reviewed; nothing where nobody did. */
    List<Wording> story(String version, Scripts scripts) {
        var address = version.equals("draft") ? Fingerprint.of(scripts.folder(id)) : address(version);
        return ReviewStory.of(reviews, address);
    }

    /** A version that can speak; a draft is read from the files. */
    Persona persona(String version, Scripts scripts) {
        return Scripts.persona(reading(version, scripts));
    }

    /** The same with what its rules need. */
    Reading reading(String version, Scripts scripts) {
        if (version.equals("draft")) {
            return scripts.read(id);
        }
        var address = address(version);
        var bundle = publications
                .content(address)
                .orElseThrow(() -> new UnreadablePersona(
                        Wording.of("Version %s of %s is not kept any more.", Publication.brief(address), id)));
        return Editions.open(id, address, bundle, new PersonaReader()::read);
    }
}
