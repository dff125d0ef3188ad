package io.renhua.learning;

import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.lint.Masking;
import io.renhua.persona.Persona;
import io.renhua.persona.Privacy;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journal behind the turns and keeps what was not understood, masked, for as long as the persona keeps its chats.
 * A turn never waits for it, and what it keeps can be made anew.
 */
public final class CatchUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final int PAGE = 200;
    private static final String LANE = "catch-up";

    private final Store store;
    private final Journal journal;
    private final MissedBubbles missed;
    private final WrongRows wrong;
    private final Function<String, Optional<Persona>> personas;
    private final Clock clock;
    private final Map<String, Optional<UnaryOperator<String>>> masks = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("catch-up").factory());
    private @Nullable Follower follower;
    private long read;
    private long kept;

    /** @param personas those whose scripts can be read, by id: they say what may be kept, and how long */
    public CatchUp(Store store, Journal journal, Function<String, Optional<Persona>> personas, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.missed = new MissedBubbles(store);
        this.wrong = new WrongRows(store);
        this.personas = personas;
        this.clock = clock;
    }

    /** Keeps up from now on, so that nobody who asks has to wait. */
    public void start() {
        var _ = timer.scheduleWithFixedDelay(this::tryNow, 1, 1, TimeUnit.MINUTES);
    }

    private void tryNow() {
        try {
            now();
        } catch (RuntimeException e) {
            LOG.error("following the journal failed; goes on in a minute", e); // a throw would end the timer for good
        }
    }

    /** Follows the journal to its end. */
    public synchronized void now() {
        masks.clear(); // a script may have changed
        var follows = follower == null ? begin() : follower;
        follower = null; // what fails midway is followed again from the place that was kept
        long end = journal.settled();
        for (var page = page(end); !page.isEmpty(); page = page(end)) {
            read = page.getLast().seq();
            keep(
                    follows,
                    page.stream()
                            .flatMap(entry -> follows.follow(entry).stream())
                            .toList());
        }
        keep(follows, follows.wait(clock.instant()));
        forget();
        follower = follows;
    }

    private List<JournalEntry> page(long end) {
        return journal.all(read, PAGE).stream()
                .filter(entry -> entry.seq() <= end)
                .toList();
    }

    private Follower begin() {
        read = missed.until();
        kept = read;
        if (read == 0) {
            store.write(LANE, missed::startOver);
        }
        return new Follower(
                persona -> masks.computeIfAbsent(persona, this::mask).orElse(null));
    }

    private Optional<UnaryOperator<String>> mask(String id) {
        return personas.apply(id)
                .filter(persona -> persona.privacy().learns())
                .map(Masking::of)
                .map(masking -> masking::mask);
    }

    private void keep(Follower follows, List<Bubble> changed) {
        long begin = follows.begin(read);
        if (changed.isEmpty() && begin == kept) {
            return; // nobody's commit waits for nothing
        }
        store.write(LANE, transaction -> {
            changed.forEach(bubble -> missed.put(transaction, bubble));
            missed.followedTo(transaction, begin);
        });
        kept = begin;
    }

    /** As long as the persona keeps its chats, and not at all once it does not learn from them any more. */
    private void forget() {
        wrong.forget(clock.instant());
        missed.oldest().forEach((id, oldest) -> {
            var since = keptSince(id);
            if (oldest.isBefore(since)) {
                store.write(LANE, transaction -> missed.forget(transaction, id, since));
            }
        });
    }

    private Instant keptSince(String id) {
        var now = clock.instant();
        return personas.apply(id)
                .map(Persona::privacy)
                .filter(Privacy::learns)
                .map(privacy -> now.atZone(ZoneOffset.UTC).minus(privacy.chat()).toInstant())
                .orElse(now);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
