package io.renhua.conversation;

import io.renhua.action.Performers;
import io.renhua.dialogue.Dialogue;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Tags;
import io.renhua.journal.Journal;
import io.renhua.people.Profiles;
import io.renhua.people.Unions;
import io.renhua.store.Store;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What works for conversations, put together as it is when it serves; nothing runs by itself. */
final class Graph {
    final StoreInbox inbox;
    final Arrivals arrivals;
    final Timers timers;
    final ErrandRows errandRows;
    final Errands errands;
    final Turns turns;
    final OutboxRows rows;
    final Outbox outbox;
    final LiveDesk desk;
    final Replies replies;
    final DeskWatch watch = new DeskWatch(List.of());
    final StoreDeadLetters deadLetters;

    Graph(
            Store store,
            Journal journal,
            Leases leases,
            Channels channels,
            Personas personas,
            Patience patience,
            Clock clock,
            Function<Lanes, Gates> gates) {
        this(store, journal, leases, channels, personas, patience, clock, gates, new Performers(Map.of(), List.of()));
    }

    Graph(
            Store store,
            Journal journal,
            Leases leases,
            Channels channels,
            Personas personas,
            Patience patience,
            Clock clock,
            Function<Lanes, Gates> gates,
            Performers performers) {
        var dialogue = new Dialogue();
        var owners = new Desk(store, journal, clock);
        var states = new States(store, clock);
        var gathering = new Gathering(channels, personas, Map.of(), patience, clock);
        rows = new OutboxRows(store, journal, leases, clock);
        var voice = new Voice(journal, rows, channels, new Pictures(URI.create("https://mo.example")), clock);
        inbox = new StoreInbox(store, journal, leases, clock);
        arrivals = new Arrivals(store, clock);
        timers = new Timers(store, leases, clock);
        outbox = new Outbox(rows, channels, leases, new DoubtPolicy(Set.of(World.HOLDS)), clock, gates);
        var unions = new Unions(store);
        var profiles = new Profiles(store, journal, clock);
        var ears = new Ears(channels, owners, new Tags(store, journal, clock), profiles, unions, clock);
        errandRows = new ErrandRows(store, clock);
        errands = new Errands(store, errandRows, performers, timers, clock);
        var parts = new DeskParts(
                store,
                journal,
                new Agents(store, clock),
                owners,
                personas,
                states,
                dialogue,
                channels,
                voice,
                timers,
                errandRows,
                ears,
                clock);
        var books = new Books(states, timers, dialogue, owners, parts.baton, voice, errandRows, unions, clock);
        var errandsBack = new ErrandsBack(
                errandRows, personas, ears, dialogue, books, new Findings(parts.notes, profiles), clock);
        var ledger = new Ledger(store, arrivals, gathering, leases, owners, journal, books, voice, outbox::book, clock);
        var handler = new TurnHandler(
                parts.reception, parts.asides, personas, ears, states, dialogue, parts.floods, ledger, clock);
        var alarms = new AlarmHandler(
                store,
                timers,
                leases,
                journal,
                new LeftOpen(personas, states, dialogue, journal, clock),
                parts.longWaits,
                parts.clock,
                errandsBack,
                parts.turnaways,
                clock);
        desk = parts.live;
        replies = parts.replies;
        turns = new Turns(arrivals, gathering, handler, timers, alarms, store, parts.calls, journal, clock);
        deadLetters = new StoreDeadLetters(store, owners, journal, leases, clock);
    }
}
