package io.renhua.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.hook.EventType;
import io.renhua.hook.Events;
import io.renhua.hook.Payloads;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.journal.JournalLine;
import io.renhua.store.Json;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What hooks tell, for programs that ask: the same events with the same ids. */
@Singleton
final class ApiEvents {
    private static final Set<EventType> ALL = EnumSet.copyOf(EventType.ALL);

    /** Settling keeps everybody from the journal for a moment, so it is not done more often, however many ask. */
    private static final Duration SETTLES_EVERY = Duration.ofMillis(200);

    private static final int READ = 1_000;

    private final Journal journal;
    private final Events events;
    private final Payloads payloads;
    private long settled;
    private long settledAt;

    ApiEvents(Journal journal, Events events, Payloads payloads) {
        this.journal = journal;
        this.events = events;
        this.payloads = payloads;
    }

    /** No events yet, and where they begin. */
    Map<String, Object> fromNowOn() {
        return page(List.of(), settled(), false);
    }

    /** At least as many as are asked for, where there are so many; all of one happening together. */
    Map<String, Object> after(long seq, int most, boolean whole) {
        if (journal.lines(seq, Long.MAX_VALUE, 1).isEmpty()) {
            return page(List.of(), seq, false);
        }
        long end = settled();
        var found = new ArrayList<ObjectNode>();
        long at = seq;
        var lines = journal.lines(seq, end, READ);
        for (var line : lines) {
            if (found.size() >= most) {
                break;
            }
            found.addAll(told(line, whole));
            at = line.seq();
        }
        return page(found, at, at < end);
    }

    private List<ObjectNode> told(JournalLine line, boolean whole) {
        return Json.readable(line.happening(), Happening.class).stream()
                .map(happening -> new JournalEntry(line.seq(), happening))
                .flatMap(entry -> events.of(entry, ALL).stream())
                .map(event -> payloads.of(event, whole))
                .toList();
    }

    private static Map<String, Object> page(List<ObjectNode> found, long next, boolean more) {
        return Map.of("events", found, "next", next, "more", more);
    }

    private synchronized long settled() {
        long now = System.nanoTime();
        if (settled == 0 || now - settledAt > SETTLES_EVERY.toNanos()) {
            settled = journal.settled();
            settledAt = now;
        }
        return settled;
    }
}
