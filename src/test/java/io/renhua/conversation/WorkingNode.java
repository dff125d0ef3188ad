package io.renhua.conversation;

import io.renhua.dialogue.LivePersona;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.nlu.Ranking;
import io.renhua.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** One node on one store that works by itself, with a platform that takes everything. */
final class WorkingNode implements AutoCloseable {
    final Store store;
    final Journal journal;
    final PatientPlatform platform = new PatientPlatform();
    final StoreInbox inbox;
    private final Turns turns;
    private final NodeWork work;

    WorkingNode(Store store, Clock clock, Function<String, Ranking> meaning) {
        this.store = store;
        journal = new Journal(store);
        var leases = new SoleNode(store);
        var mo = new LivePersona(Room.persona(), meaning::apply, (words, now) -> List.of());
        var graph = new Graph(
                store,
                journal,
                leases,
                new Channels(List.of(platform)),
                new Personas(Map.of("mo", mo), Map.of(platform.channel().name(), "mo")),
                Patience.NONE,
                clock,
                lanes -> new Gates(leases::nodes, System::nanoTime, lanes::wake));
        inbox = graph.inbox;
        turns = graph.turns;
        work = new NodeWork(
                inbox, graph.turns, graph.outbox, graph.timers, graph.errands, graph.watch, graph.deadLetters, leases);
        work.start();
    }

    <T extends Happening> Stream<T> happened(Class<T> kind) {
        return journal.all(0, 1_000_000).stream()
                .map(JournalEntry::happening)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    int count(String rows) {
        return store.read(handle -> handle.createQuery("select count(*) from " + rows)
                .mapTo(Integer.class)
                .one());
    }

    /** How many conversations are being answered at this moment. */
    int busy() {
        return turns.busy();
    }

    /** Nothing is left that somebody works for. */
    boolean isIdle() {
        return count("inbox where state = 'waiting'") == 0
                && count("outbox where state in ('waiting', 'sending')") == 0;
    }

    @Override
    public void close() {
        work.close();
        store.close();
    }
}
