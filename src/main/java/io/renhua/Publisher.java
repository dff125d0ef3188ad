package io.renhua;

import io.renhua.bundle.Fingerprint;
import io.renhua.conversation.Personas;
import io.renhua.dialogue.LivePersona;
import io.renhua.lint.Lint;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem;
import io.renhua.persona.Reading;
import io.renhua.publishing.Audience;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Programme;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Release;
import io.renhua.publishing.StorePublications;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets speak what was published, by whomever and on whichever node, when its time has come. Files in which nothing is wrong
 * are published by themselves, unless that is to be done by hand; what nobody published yet always is.
 */
final class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final int SECONDS = 2;
    private static final String FILES = "the files";

    private final PersonaFolder folder;
    private final Editions editions;
    private final StorePublications publications;
    private final Personas personas;
    private final Consumer<LivePersona> newcomer;
    private final Manner manner;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("publishing").factory());
    private long seen;
    private Instant next = Instant.MAX;

    /**
     * How it is done here.
     *
     * @param byHand whether files wait until somebody publishes them
     * @param testers the conversations that hear what is published to testers
     */
    record Manner(boolean byHand, Set<String> testers) {}

    /** @param newcomer lets a persona speak that did not before */
    Publisher(
            PersonaFolder folder,
            Editions editions,
            StorePublications publications,
            Personas personas,
            Consumer<LivePersona> newcomer,
            Manner manner,
            Clock clock) {
        this.folder = folder;
        this.editions = editions;
        this.publications = publications;
        this.personas = personas;
        this.newcomer = newcomer;
        this.manner = manner;
        this.clock = clock;
    }

    /** Publishes what is new in the files, lets speak what should, and goes on looking. */
    void start() {
        personas.recallFrom(this::find);
        for (var script : folder.folders()) {
            var reading = folder.read(script);
            var persona = reading.persona();
            if (persona != null && (isNew(persona) || (!manner.byHand() && isClean(reading)))) {
                publish(script, persona);
            }
        }
        follow();
        var _ = timer.scheduleWithFixedDelay(this::tryFollow, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Takes a script that was saved without mistakes. */
    synchronized void saved(Path script, Reading reading) {
        var persona = Objects.requireNonNull(reading.persona());
        if (manner.byHand() && !isNew(persona)) {
            LOG.info("the files of {} have changed; to publish them: renhua publish {}", persona.id(), persona.id());
            return;
        }
        if (!isNew(persona) && !isClean(reading)) {
            return;
        }
        var learnt = folder.learn(reading);
        if (publish(script, persona)) {
            speak(learnt);
        }
        follow();
    }

    private boolean isNew(Persona persona) {
        return publications.of(persona.id()).isEmpty();
    }

    /** Whether files may speak by themselves; what must be mended first is said. */
    private static boolean isClean(Reading reading) {
        var toMend = new Lint()
                .judge(reading).standing().stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .toList();
        toMend.forEach(problem -> LOG.warn("{}", problem));
        if (!toMend.isEmpty()) {
            LOG.warn("this is not published until it is mended; what spoke before keeps speaking");
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
                FILES,
                "saved without mistakes",
                null,
                true);
        boolean published = publications.publishNew(release, Editions.pack(script));
        if (published) {
            LOG.info("{} is published as {}", persona.id(), persona.version());
        }
        return published;
    }

    private void tryFollow() {
        try {
            if (publications.last() != seen || !clock.instant().isBefore(next)) {
                follow();
            }
        } catch (RuntimeException e) {
            LOG.warn("what was published could not be looked at, comes again: {}", e.getMessage());
        }
    }

    /** Lets speak what should at this moment; where that fails for one persona, the others go on, and it comes again. */
    synchronized void follow() {
        long last = publications.last();
        var programmes = new ArrayList<Programme>();
        boolean all = true;
        for (var live : personas.all()) {
            try {
                programmes.add(follow(live.persona().id()));
            } catch (RuntimeException e) {
                LOG.error(
                        "what of {} is to speak could not be seen to; comes again",
                        live.persona().id(),
                        e);
                all = false;
            }
        }
        seen = all ? last : seen;
        next = programmes.stream()
                .flatMap(programme -> programme.next().stream())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        editions.tidy();
    }

    private Programme follow(String id) {
        var programme = Programme.of(publications.of(id), clock.instant());
        programme.live().ifPresent(this::live);
        trial(id, programme.trial());
        return programme;
    }

    private void live(Publication publication) {
        var id = publication.persona();
        var speaks = personas.named(id).map(live -> live.persona().version()).orElse("");
        if (!publication.isCalled(speaks)) {
            learnt(publication).ifPresent(this::speak);
        }
        unpacked(publication);
        editions.live(id, publication.address());
    }

    private void trial(String id, Optional<Publication> trial) {
        if (trial.isEmpty()) {
            personas.endTrial(id);
        } else if (personas.onTrial(id)
                .filter(on -> trial.get().isCalled(on.persona().version()))
                .isEmpty()) {
            var publication = trial.get();
            learnt(publication)
                    .ifPresent(version -> personas.audition(
                            version,
                            conversation -> publication
                                    .audience()
                                    .holds(conversation, publication.address(), manner.testers())));
        }
    }

    private void speak(LivePersona learnt) {
        var persona = learnt.persona();
        if (personas.named(persona.id()).isEmpty()) {
            newcomer.accept(learnt);
        } else {
            personas.replace(learnt);
        }
        LOG.info("{} speaks version {}; {}", persona.id(), persona.version(), folder.memory());
    }

    private Optional<LivePersona> learnt(Publication publication) {
        var reading = folder.version(unpacked(publication), publication.address());
        if (reading.isEmpty()) {
            LOG.error(
                    "version {} of {} cannot be read any more; what spoke before keeps speaking",
                    publication.brief(),
                    publication.persona());
        }
        return reading.map(folder::learn);
    }

    private Path unpacked(Publication publication) {
        return editions.unpacked(
                publication.persona(),
                publication.address(),
                () -> publications
                        .content(publication.address())
                        .orElseThrow(() -> new IllegalStateException("there is no version " + publication.address())));
    }

    /** A version that a conversation began with, from before our start. */
    private Optional<LivePersona> find(String id, String version) {
        return publications.of(id).stream()
                .filter(publication -> publication.isCalled(version))
                .findFirst()
                .flatMap(this::learnt);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
