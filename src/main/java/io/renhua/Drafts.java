package io.renhua;

import io.renhua.bundle.Fingerprint;
import io.renhua.dialogue.LivePersona;
import io.renhua.learning.Examination;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem;
import io.renhua.persona.Reading;
import io.renhua.publishing.Audience;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Release;
import io.renhua.publishing.StorePublications;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the files. Those in which nothing is wrong are published by themselves, unless that is to be done by hand;
 * what nobody published yet always is.
 */
final class Drafts {
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

    private final PersonaFolder folder;
    private final StorePublications publications;
    private final Publisher publisher;
    private final boolean byHand;
    private final Clock clock;

    Drafts(PersonaFolder folder, StorePublications publications, Publisher publisher, boolean byHand, Clock clock) {
        this.folder = folder;
        this.publications = publications;
        this.publisher = publisher;
        this.byHand = byHand;
        this.clock = clock;
    }

    /** Publishes what is new in the files since they were published last; those that have not changed are not read. */
    void start() {
        for (var script : folder.folders()) {
            var id = String.valueOf(script.getFileName());
            if (!publications.wereHeld(id, Fingerprint.of(script))) {
                var reading = folder.read(script);
                var persona = reading.persona();
                if (persona != null
                        && (isFirst(persona) || (!waits(persona) && isClean(reading, folder.learn(reading))))) {
                    publish(script, persona);
                }
            }
        }
    }

    /** Takes a script that was saved without mistakes of the reader's kind, and lets speak what came of it. */
    void saved(Path script, Reading reading) {
        var persona = Objects.requireNonNull(reading.persona());
        boolean first = isFirst(persona);
        if (first || !waits(persona)) {
            var learnt = folder.learn(reading);
            if ((first || isClean(reading, learnt)) && publish(script, persona)) {
                publisher.speak(learnt, true);
            }
        }
        publisher.follow();
    }

    /** A persona that nobody hears helps nobody. */
    private boolean isFirst(Persona persona) {
        return publications.of(persona.id()).isEmpty();
    }

    /** Until somebody publishes it, where that is done by hand. */
    private boolean waits(Persona persona) {
        if (byHand) {
            say(Wording.of(
                    "the files of %s have changed; to publish them: renhua publish %s", persona.id(), persona.id()));
        }
        return byHand;
    }

    private static void say(Wording words) {
        LOG.info("{}", words.in(PersonaFolder.LANGUAGE));
    }

    /** By what is learnt and by the chats of its tests as well. What must be mended first is said. */
    private boolean isClean(Reading reading, LivePersona learnt) {
        var toMend = Examination.of(reading, learnt, LocalDate.now(clock)).standing(Problem.Severity.ERROR);
        toMend.forEach(problem -> LOG.warn("{}", problem.told(PersonaFolder.LANGUAGE)));
        if (!toMend.isEmpty()) {
            LOG.warn(
                    "{}",
                    Wording.of("this is not published until it is mended; what spoke before keeps speaking")
                            .in(PersonaFolder.LANGUAGE));
        }
        return toMend.isEmpty();
    }

    /** False when that was published before, here or on another node. */
    private boolean publish(Path script, Persona persona) {
        var release = new Release(
                persona.id(),
                Fingerprint.of(script),
                Publication.label(persona.version()),
                new Audience.Everybody(),
                Publication.FILES,
                "saved without mistakes",
                null,
                true);
        boolean published = publications.publishNew(release, Editions.pack(script));
        if (published) {
            say(Wording.of("%s is published as %s", persona.id(), persona.version()));
        }
        return published;
    }
}
