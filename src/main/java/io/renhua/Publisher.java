package io.renhua;

import io.renhua.connector.web.WebPlatform;
import io.renhua.conversation.Personas;
import io.renhua.dialogue.LivePersona;
import io.renhua.message.ConversationId;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Kept;
import io.renhua.publishing.Programme;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Spoken;
import io.renhua.publishing.StorePublications;
import io.renhua.publishing.Trials;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final Duration SHOWS = Duration.ofSeconds(30);

    private final PersonaFolder folder;
    private final Editions editions;
    private final StorePublications publications;
    private final VersionRecords records;
    private final Personas personas;
    private final Consumer<LivePersona> newcomer;
    private final Set<String> testers;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("publishing").factory());
    private long seen;
    private Instant next = Instant.MAX;
    private Instant shown = Instant.MIN;

    /** What should speak, where something hinders it, and what. */
    private final Map<String, Hindered> hindered = new ConcurrentHashMap<>();

    private final Map<String, Begun> begun = new HashMap<>();

    /**
     * @param newcomer lets a persona speak that did not before
     * @param testers the conversations that hear what is published to testers
     */
    Publisher(
            PersonaFolder folder,
            Editions editions,
            VersionRecords records,
            Personas personas,
            Consumer<LivePersona> newcomer,
            Set<String> testers,
            Clock clock) {
        this.folder = folder;
        this.editions = editions;
        this.publications = records.publications();
        this.records = records;
        this.personas = personas;
        this.newcomer = newcomer;
        this.testers = testers;
        this.clock = clock;
    }

    /** Lets speak what should, and goes on looking. */
    void start() {
        personas.recallFrom(this::find);
        personas.letTry(this::tried);
        follow();
        var _ = timer.scheduleWithFixedDelay(this::tryFollow, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Links to try lead to our own pages; of nobody else it is asked. */
    private Optional<String> tried(ConversationId conversation) {
        boolean isOnAPage = conversation.channel().startsWith(WebPlatform.NAME + "-");
        return isOnAPage ? records.trials().in(conversation).map(Trials.Trial::version) : Optional.empty();
    }

    /** What somebody tries, although nothing speaks yet, is there after a stop too, and soon on every node. */
    private void rehearse() {
        for (var id : ids()) {
            try {
                if (personas.named(id).isEmpty() && !personas.isRehearsing(id)) {
                    records.trials()
                            .on(WebPlatform.NAME + "-" + id)
                            .ifPresent(trial -> personas.rehearse(id, trial.version()));
                }
            } catch (RuntimeException e) { // what is only tried keeps nobody from speaking
                LOG.warn("what is tried of {} could not be seen to, comes again: {}", id, e.getMessage());
            }
        }
    }

    private void tryFollow() {
        try {
            if (publications.last() != seen || !clock.instant().isBefore(next)) {
                follow();
            } else if (!clock.instant().isBefore(shown.plus(SHOWS))) {
                show();
                rehearse();
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
        for (var id : ids()) {
            try {
                hindered.remove(id);
                programmes.add(follow(id));
            } catch (RuntimeException e) {
                LOG.error("what of {} is to speak could not be seen to; comes again", id, e);
                hindered.computeIfPresent(
                        id, (any, was) -> new Hindered(was.version(), String.valueOf(e.getMessage())));
                all = false;
            }
        }
        seen = all ? last : seen;
        next = programmes.stream()
                .flatMap(programme -> programme.next().stream())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        editions.tidy();
        show();
        rehearse();
    }

    /** Those who speak, and those who have a folder and may come to. */
    private Set<String> ids() {
        var ids = new TreeSet<String>();
        personas.all().forEach(live -> ids.add(live.persona().id()));
        folder.folders().forEach(script -> ids.add(String.valueOf(script.getFileName())));
        return ids;
    }

    /** Whether nobody speaks. */
    boolean isSilent() {
        return personas.all().isEmpty();
    }

    /** What speaks, where it is this version. */
    Optional<LivePersona> speaking(Persona persona) {
        return personas.named(persona.id())
                .filter(live -> live.persona().version().equals(persona.version()));
    }

    private record Hindered(String version, String why) {}

    private record Begun(String version, Instant at) {}

    /** Lets the other nodes, and whoever looks after them, see what we speak. */
    private synchronized void show() {
        shown = clock.instant();
        try {
            records.spoken()
                    .show(personas.all().stream()
                            .map(live -> now(live.persona().id(), live.persona().version()))
                            .toList());
        } catch (RuntimeException e) {
            LOG.warn("which versions we speak could not be shown, comes again: {}", e.getMessage());
        }
    }

    private Spoken.Now now(String id, String version) {
        var since = begun.compute(
                id, (any, was) -> was != null && was.version().equals(version) ? was : new Begun(version, shown));
        var hindrance = hindered.get(id);
        return hindrance == null
                ? new Spoken.Now(id, version, version, null, since.at())
                : new Spoken.Now(id, version, hindrance.version(), hindrance.why(), since.at());
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
            hindered.put(id, new Hindered(publication.kept().name(), "it is being learnt"));
            learnt(publication.kept()).ifPresent(next -> {
                speak(next, publication.overtakes());
                hindered.remove(id);
            });
        }
        if (!editions.live(id).map(Editions.Live::address).equals(Optional.of(publication.address()))) {
            unpacked(publication.kept());
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
            learnt(publication.kept())
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

    private Optional<LivePersona> learnt(Kept version) {
        var reading = folder.version(unpacked(version), version.address());
        if (reading.persona() != null) {
            return Optional.of(folder.learn(reading));
        }
        var why = Wording.of(
                        "this Renhua cannot read it: %s",
                        PersonaFolder.errors(reading).stream()
                                .findFirst()
                                .map(Problem::report)
                                .orElse(Wording.NONE))
                .toString();
        LOG.error("version {} is not spoken, what spoke before is: {}", version.name(), why);
        hindered.computeIfPresent(
                version.persona(),
                (any, was) -> was.version().equals(version.name()) ? new Hindered(was.version(), why) : was);
        return Optional.empty();
    }

    private Path unpacked(Kept version) {
        return editions.unpacked(
                version.persona(),
                version.address(),
                () -> publications
                        .content(version.address())
                        .orElseThrow(() -> new IllegalStateException("version " + version.name() + " is not kept")));
    }

    /** A version that a conversation began with, from before our start, or that somebody tries. */
    private Optional<LivePersona> find(String id, String version) {
        return publications
                .kept(id, version)
                .filter(kept -> publications.isKept(kept.address()))
                .flatMap(this::learnt);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            records.spoken().fallSilent();
        } catch (RuntimeException e) {
            LOG.debug("that we stop is seen a little later: {}", e.getMessage());
        }
    }
}
