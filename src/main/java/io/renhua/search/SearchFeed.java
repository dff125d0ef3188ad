package io.renhua.search;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.journal.JournalLine;
import io.renhua.journal.RelayPlace;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journal behind everything else and keeps what searches go by: one node at a time, and in one commit with how far it
 * has read. No turn waits for it; what was said is found a moment later.
 */
public final class SearchFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SearchFeed.class);
    private static final String TOPIC = "search";
    private static final int PAGE = 200;
    /** Settling keeps everybody from the journal for a moment, so it is not done more often. */
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private static final Duration LAST_PAGE = Duration.ofSeconds(3);

    private final Store store;
    private final Journal journal;
    private final RelayPlace place;
    private final AtomicBoolean rung = new AtomicBoolean(true);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("search-feed").factory());
    private Journal.Listening listening = () -> {};
    private int quiet;
    private volatile boolean closing;

    public SearchFeed(Store store, Journal journal) {
        this.store = store;
        this.journal = journal;
        this.place = new RelayPlace(store, TOPIC);
    }

    public void start() {
        listening = journal.listen(_ -> rung.set(true));
        var _ = watch.scheduleWithFixedDelay(this::tryLook, 0, LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** When something happened, and now and then in case nobody said so. */
    private void tryLook() {
        if (!rung.getAndSet(false) && quiet++ < 10) {
            return;
        }
        quiet = 0;
        try {
            look();
        } catch (RuntimeException e) { // or it would never look again
            LOG.warn("what is searched for could not be kept up, it is again: {}", e.getMessage());
            rung.set(true);
        }
    }

    /** Keeps everything up to the journal's end. */
    public synchronized void look() {
        place.begin(0);
        long reached = place.reached().orElse(0);
        if (journal.lines(reached, Long.MAX_VALUE, 1).isEmpty() || !place.take()) {
            return;
        }
        long end = journal.settled();
        var at = place.renewed();
        while (at.isPresent() && !closing) {
            var page = journal.lines(at.getAsLong(), end, PAGE);
            at = page.isEmpty() ? OptionalLong.empty() : keep(page);
        }
    }

    /** How far it is; empty when another node has taken the turn. */
    private OptionalLong keep(List<JournalLine> page) {
        var entries = page.stream()
                .filter(line -> SearchRows.KINDS.contains(line.kind()))
                .flatMap(line -> Json.readable(line.happening(), Happening.class)
                        .map(happening -> new JournalEntry(line.seq(), happening))
                        .stream()) // what is of another version is not found
                .toList();
        var rows = SearchRows.of(entries);
        long end = page.getLast().seq();
        boolean ours = store.commit(SearchRows.lanes(entries), transaction -> {
            boolean moved = place.moved(transaction, end);
            if (moved) {
                rows.write(transaction, erased(transaction, entries));
            }
            return moved;
        });
        return ours ? OptionalLong.of(end) : OptionalLong.empty();
    }

    /** Conversations that are not in the journal any more: while their lanes are held, nothing of them leaves it. */
    private static Set<String> erased(Transaction transaction, List<JournalEntry> entries) {
        var gone = new HashSet<>(SearchRows.lanes(entries));
        if (!entries.isEmpty()) {
            transaction
                    .list(
                            "select distinct conversation from journal where seq between ? and ?",
                            row -> row.getString(1),
                            entries.getFirst().seq(),
                            entries.getLast().seq())
                    .forEach(gone::remove);
        }
        return gone;
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
