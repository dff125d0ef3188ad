package io.renhua.hook;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.journal.JournalLine;
import io.renhua.journal.RelayPlace;
import io.renhua.store.Json;
import io.renhua.store.Store;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journal behind everything else and puts events on their way: each hook by one node at a time, and in one commit with
 * how far it has read, so that none is left out and none is added twice.
 */
final class HookFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HookFeed.class);
    private static final int PAGE = 100;
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
    private static final Duration LAST_PAGE = Duration.ofSeconds(3);

    /** Settling keeps everybody from the journal for a moment, so it is not done more often. */
    private static final Duration SETTLES_EVERY = Duration.ofMillis(200);

    private final Store store;
    private final Journal journal;
    private final Events events;
    private final HookRows rows;
    private final List<Reader> readers;
    private final Consumer<Hook> fed;
    private final AtomicBoolean rung = new AtomicBoolean(true);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("hook-feed").factory());
    private Journal.Listening listening = () -> {};
    private boolean begun;
    private long lookedAt;
    private volatile boolean closing;

    /** @param fed hears that a hook has something to bring */
    HookFeed(Store store, Journal journal, Events events, HookRows rows, Collection<Hook> hooks, Consumer<Hook> fed) {
        this.store = store;
        this.journal = journal;
        this.events = events;
        this.rows = rows;
        this.readers = hooks.stream()
                .map(hook -> new Reader(hook, new RelayPlace(store, hook.topic())))
                .toList();
        this.fed = fed;
    }

    private record Reader(Hook hook, RelayPlace place) {}

    /** A hook that is new hears what happens from now on. */
    void begin() {
        for (var reader : readers) {
            rows.begin(reader.hook().name());
            if (reader.place().reached().isEmpty()) {
                reader.place().begin(journal.settled());
            }
        }
    }

    void start() {
        listening = journal.listen(_ -> rung.set(true));
        var _ = watch.scheduleWithFixedDelay(this::tryLook, 0, SETTLES_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** When something happened, and now and then in case nobody said so. */
    private void tryLook() {
        if (!rung.getAndSet(false) && System.nanoTime() - lookedAt < LOOKS_EVERY.toNanos()) {
            return;
        }
        lookedAt = System.nanoTime();
        try {
            if (!begun) {
                begin();
                begun = true;
            }
            look();
        } catch (RuntimeException e) { // or it would never look again
            LOG.warn("the hooks could not be fed, they are again: {}", e.getMessage());
        }
    }

    /** Feeds every hook up to the journal's end. */
    void look() {
        var hungry = readers.stream().filter(this::isHungry).toList();
        if (!hungry.isEmpty()) {
            long end = journal.settled();
            hungry.forEach(reader -> feed(reader, end));
        }
    }

    private boolean isHungry(Reader reader) {
        var reached = reader.place().reached();
        return reached.isPresent()
                && !journal.lines(reached.getAsLong(), Long.MAX_VALUE, 1).isEmpty()
                && !rows.isStopped(reader.hook().name());
    }

    private void feed(Reader reader, long end) {
        var place = reader.place().take() ? reader.place().renewed() : OptionalLong.empty();
        while (place.isPresent() && !closing) {
            var page = journal.lines(place.getAsLong(), end, PAGE);
            place = page.isEmpty() ? OptionalLong.empty() : fed(reader, page);
        }
    }

    /** How far it is; empty when another node has taken the turn. */
    private OptionalLong fed(Reader reader, List<JournalLine> page) {
        var hook = reader.hook();
        long end = page.getLast().seq();
        var found = page.stream()
                .flatMap(HookFeed::readable)
                .flatMap(entry -> events.of(entry, hook.events()).stream())
                .toList();
        boolean ours = store.commit(HookRows.lanes(hook.name(), found), transaction -> {
            boolean moved = reader.place().moved(transaction, end);
            if (moved) {
                rows.add(transaction, hook.name(), found);
            }
            return moved;
        });
        if (ours && !found.isEmpty()) {
            fed.accept(hook);
        }
        return ours ? OptionalLong.of(end) : OptionalLong.empty();
    }

    private static Stream<JournalEntry> readable(JournalLine line) {
        var happening = Json.readable(line.happening(), Happening.class);
        if (happening.isEmpty()) {
            LOG.warn("the journal's {} is of another version, no hook is told of it", line.seq());
        }
        return happening.map(each -> new JournalEntry(line.seq(), each)).stream();
    }

    /** Ends with the page in hand. Never interrupts it: in the middle of a read that would close H2's file. */
    @Override
    public void close() {
        closing = true;
        listening.close();
        watch.shutdown();
        try {
            var _ = watch.awaitTermination(LAST_PAGE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
