package io.renhua;

import io.renhua.conversation.Personas;
import io.renhua.dialogue.LivePersona;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Programme;
import io.renhua.publishing.Publication;
import io.renhua.publishing.StorePublications;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets speak what was published, by whomever and on whichever node, when its time has come. */
final class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final int SECONDS = 2;

    private final PersonaFolder folder;
    private final Editions editions;
    private final StorePublications publications;
    private final Personas personas;
    private final Consumer<LivePersona> newcomer;
    private final Set<String> testers;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("publishing").factory());
    private long seen;
    private Instant next = Instant.MAX;

    /**
     * @param newcomer lets a persona speak that did not before
     * @param testers the conversations that hear what is published to testers
     */
    Publisher(
            PersonaFolder folder,
            Editions editions,
            StorePublications publications,
            Personas personas,
            Consumer<LivePersona> newcomer,
            Set<String> testers,
            Clock clock) {
        this.folder = folder;
        this.editions = editions;
        this.publications = publications;
        this.personas = personas;
        this.newcomer = newcomer;
        this.testers = testers;
        this.clock = clock;
    }

    /** Lets speak what should, and goes on looking. */
    void start() {
        personas.recallFrom(this::find);
        follow();
        var _ = timer.scheduleWithFixedDelay(this::tryFollow, SECONDS, SECONDS, TimeUnit.SECONDS);
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
            learnt(publication).ifPresent(next -> speak(next, publication.overtakes()));
        }
        if (!editions.live(id).map(Editions.Live::address).equals(Optional.of(publication.address()))) {
            unpacked(publication);
            editions.live(id, publication.address());
        }
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
                            conversation ->
                                    publication.audience().holds(conversation, publication.address(), testers)));
        }
    }

    /** @param overtakes whether talks that go on do so with it */
    synchronized void speak(LivePersona learnt, boolean overtakes) {
        var persona = learnt.persona();
        if (personas.named(persona.id()).isEmpty()) {
            newcomer.accept(learnt);
        } else if (overtakes) {
            personas.overtake(learnt);
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
