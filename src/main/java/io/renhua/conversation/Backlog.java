package io.renhua.conversation;

import io.renhua.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What is still to be done or was put aside, as the store has it: how much of it, where, and since when. Only states that
 * are few are looked for, by their index; what ended well is the many, and is not counted.
 */
public final class Backlog {
    /** So many of a state are told apart by channel; the rest is counted only, which the index alone can do. */
    static final int TOLD_APART = 20_000;

    /** The channel of what is not told apart. */
    public static final String MORE = "(more)";

    // H2 takes the order from the index, instead of sorting all there is, only when every column of it is named

    static final Table MESSAGES = new Table("inbox", List.of("waiting", "dead"), """
            select channel, count(*) as how_many, min(since) as since
            from (
              select channel, received_at as since from inbox where state = :state order by state, id limit :most) as first
            group by channel""");

    static final Table CALLS = new Table("outbox", List.of("waiting", "sending", "doubt", "dead"), """
            select channel, count(*) as how_many, min(since) as since
            from (
              select substring(conversation from 1 for position('/' in conversation) - 1) as channel, created_at as since
              from outbox where state = :state order by state, due_at limit :most) as first
            group by channel""");

    private final Store store;
    private final int toldApart;

    public Backlog(Store store) {
        this(store, TOLD_APART);
    }

    Backlog(Store store, int toldApart) {
        this.store = store;
        this.toldApart = toldApart;
    }

    record Table(String name, List<String> states, String byChannel) {
        String all() {
            return "select count(*) from " + name + " where state = :state";
        }
    }

    /**
     * Counts. How long that takes depends on what is open, and not on how much is done.
     *
     * @throws io.renhua.store.StoreAway when the store does not answer
     */
    public Piles count() {
        return store.read(handle -> new Piles(piles(handle, MESSAGES), piles(handle, CALLS)));
    }

    private List<Pile> piles(Handle handle, Table table) {
        var piles = new ArrayList<Pile>();
        for (var state : table.states()) {
            var first = first(handle, table, state);
            piles.addAll(first);
            long told = first.stream().mapToLong(Pile::size).sum();
            if (told >= toldApart) {
                long more = all(handle, table, state) - told;
                var since =
                        first.stream().map(Pile::oldest).min(Instant::compareTo).orElseThrow();
                piles.add(new Pile(MORE, state, Math.max(0, more), since));
            }
        }
        return piles;
    }

    private List<Pile> first(Handle handle, Table table, String state) {
        return handle.createQuery(table.byChannel())
                .bind("state", state)
                .bind("most", toldApart)
                .map(row -> new Pile(
                        row.getColumn("channel", String.class),
                        state,
                        row.getColumn("how_many", Long.class),
                        row.getColumn("since", Instant.class)))
                .list();
    }

    private static long all(Handle handle, Table table, String state) {
        return handle.createQuery(table.all())
                .bind("state", state)
                .mapTo(Long.class)
                .one();
    }

    /** What lies in one state on one channel. */
    public record Pile(String channel, String state, long size, Instant oldest) {}

    /**
     * All of it.
     *
     * @param messages that came in
     * @param calls to platforms
     */
    public record Piles(List<Pile> messages, List<Pile> calls) {
        public static final Piles NONE = new Piles(List.of(), List.of());

        public Piles {
            messages = List.copyOf(messages);
            calls = List.copyOf(calls);
        }

        public long messages(String state) {
            return sum(messages, state);
        }

        public long calls(String state) {
            return sum(calls, state);
        }

        /** Since when the longest wait for an answer lasts; empty when nobody waits. */
        public Optional<Instant> oldestMessage() {
            return oldest(messages.stream().filter(pile -> pile.state().equals("waiting")));
        }

        /** Since when the oldest words wait to go out. */
        public Optional<Instant> oldestCall() {
            return oldest(calls.stream()
                    .filter(pile ->
                            pile.state().equals("waiting") || pile.state().equals("sending")));
        }

        private static long sum(Collection<Pile> piles, String state) {
            return piles.stream()
                    .filter(pile -> pile.state().equals(state))
                    .mapToLong(Pile::size)
                    .sum();
        }

        private static Optional<Instant> oldest(Stream<Pile> piles) {
            return piles.map(Pile::oldest).min(Instant::compareTo);
        }
    }
}
