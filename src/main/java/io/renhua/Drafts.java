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
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the files. Those in which nothing is wrong are published by themselves, unless that is to be done by hand;
 * where nothing of anybody was published yet, they are either way. What was never published and may not be waits in the wings.
 */
final class Drafts {
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

    private final PersonaFolder folder;
    private final StorePublications publications;
    private final Publisher publisher;
    private final Wings wings;
    private final boolean byHand;
    private final Clock clock;

    Drafts(
            PersonaFolder folder,
            StorePublications publications,
            Publisher publisher,
            Wings wings,
            boolean byHand,
            Clock clock) {
        this.folder = folder;
        this.publications = publications;
        this.publisher = publisher;
        this.wings = wings;
        this.byHand = byHand;
        this.clock = clock;
    }

    /**
     * Publishes what is new in the files since they were published last; those that have not changed are not read.
     *
     * @throws CannotStart where nobody is left to speak
     */
    void start() {
        boolean alone = folder.folders().stream().map(Drafts::id).noneMatch(this::spoke);
        for (var script : folder.folders()) {
            if (!publications.wereHeld(id(script), Fingerprint.of(script))) {
                var reading = folder.read(script);
                if (reading.persona() != null) {
                    start(script, reading, alone);
                }
            }
        }
        if (publisher.isSilent()) {
            throw new CannotStart(wings.reasons());
        }
    }

    private void start(Path script, Reading reading, boolean alone) {
        var persona = Objects.requireNonNull(reading.persona());
        if (!spoke(persona.id())) {
            var learnt = publisher.speaking(persona).orElseGet(() -> folder.learn(reading));
            if (mayBegin(reading, learnt, alone)) {
                publish(script, persona);
            }
        } else if (!waits(persona) && isClean(reading, folder.learn(reading))) {
            publish(script, persona);
        }
    }

    /** Takes a script that was saved without mistakes of the reader's kind, and lets speak what came of it. */
    void saved(Path script, Reading reading) {
        var persona = Objects.requireNonNull(reading.persona());
        boolean first = !spoke(persona.id());
        if (first || !waits(persona)) {
            var learnt = folder.learn(reading);
            if ((first ? mayBegin(reading, learnt, false) : isClean(reading, learnt)) && publish(script, persona)) {
                publisher.speak(learnt, false);
            }
        }
        publisher.follow();
    }

    private static String id(Path script) {
        return String.valueOf(script.getFileName());
    }

    private boolean spoke(String persona) {
        return !publications.of(persona).isEmpty();
    }

    /**
     * Whether what was never published may speak.
     *
     * @param alone whether nobody else does: a house in which nobody speaks helps nobody
     */
    private boolean mayBegin(Reading reading, LivePersona learnt, boolean alone) {
        var id = learnt.persona().id();
        var toMend = toMend(reading, learnt);
        if (!toMend.isEmpty()) {
            wait(id, Wording.of("%s does not speak before this is mended: %s", id, Wording.joined("%s\n%s", toMend)));
        } else if (byHand && !alone) {
            wait(
                    id,
                    Wording.of(
                            "%s is new and does not speak yet; to publish it: renhua publish %s --why \"the first version\"",
                            id, id));
        }
        return toMend.isEmpty() && (alone || !byHand);
    }

    private void wait(String persona, Wording why) {
        LOG.warn("{}", why.in(PersonaFolder.LANGUAGE));
        wings.holdBack(persona, why);
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
        var toMend = toMend(reading, learnt);
        toMend.forEach(problem -> LOG.warn("{}", problem.in(PersonaFolder.LANGUAGE)));
        if (!toMend.isEmpty()) {
            LOG.warn(
                    "{}",
                    Wording.of("this is not published until it is mended; what spoke before keeps speaking")
                            .in(PersonaFolder.LANGUAGE));
        }
        return toMend.isEmpty();
    }

    private List<Wording> toMend(Reading reading, LivePersona learnt) {
        return Examination.of(reading, learnt, LocalDate.now(clock)).standing(Problem.Severity.ERROR).stream()
                .map(Problem::report)
                .toList();
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
