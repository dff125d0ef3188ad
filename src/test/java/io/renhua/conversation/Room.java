package io.renhua.conversation;

import io.renhua.connector.SettableClock;
import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.LivePersona;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Attendance;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Tags;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Limits;
import io.renhua.message.Person;
import io.renhua.message.ReplyHandle;
import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.nlu.Ranking;
import io.renhua.people.Profiles;
import io.renhua.people.Unions;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everything of a conversation but the platform: 小墨 understands three sentences. */
final class Room implements AutoCloseable {
    /** A Monday noon at the bookshop. */
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    static final ConversationId PERSON = new ConversationId("pao-line", "U1");

    private static final Map<String, String> MEANINGS =
            Map.of("推薦一本書", "pick_book", "我的書到哪了", "order_status", "真人", "handoff.explicit");

    final SettableClock clock;
    final Store store;
    final Journal journal;
    final Desk desk;
    final Leases leases;
    final StoreInbox inbox;
    final Arrivals arrivals;
    final States states;
    final OutboxRows rows;
    final Channels channels;
    final Voice voice;
    final Dialogue dialogue;
    final LivePersona mo;
    final Personas personas;
    final Gathering gathering;
    final Timers timers;
    final Tags tags;
    final Unions unions;
    final Profiles profiles;
    final Ears ears;
    final ErrandRows errands;
    final Books books;
    final AlarmHandler alarms;
    final LiveDesk live;
    final Replies replies;
    final DeskParts at;
    final Agents agents;

    Room(Database database) {
        this(database.open(), new SettableClock(NOON));
    }

    /** On what is there, at any time. */
    Room(Store store, SettableClock clock) {
        this(store, clock, Attendance.BY_HOURS);
    }

    /** Where it matters who is at the desk. */
    static Room attended(Database database) {
        return new Room(database.open(), new SettableClock(NOON), Attendance.BY_PRESENCE);
    }

    private Room(Store store, SettableClock clock, Attendance attendance) {
        this.store = store;
        this.clock = clock;
        journal = new Journal(store);
        agents = new Agents(store, clock);
        desk = new Desk(store, journal, attendance, clock);
        leases = new SoleNode(store);
        inbox = new StoreInbox(store, journal, leases, clock);
        arrivals = new Arrivals(store, clock);
        states = new States(store, clock);
        rows = new OutboxRows(store, journal, leases, clock);
        channels = new Channels(List.of(new FakeConnector(
                new Limits(1000, 2, 10, 20, null, Integer.MAX_VALUE, Duration.ZERO, Double.POSITIVE_INFINITY))));
        voice = new Voice(journal, rows, channels, new Pictures(URI.create("https://mo.example")), clock);
        dialogue = new Dialogue();
        mo = mo();
        personas = new Personas(Map.of("mo", mo), Map.of("pao-line", "mo"));
        gathering = new Gathering(channels, personas, Map.of(), Patience.NONE, clock);
        timers = new Timers(store, leases, clock);
        tags = new Tags(store, journal, clock);
        unions = new Unions(store);
        profiles = new Profiles(store, journal, clock);
        ears = new Ears(channels, desk, tags, profiles, unions, clock);
        errands = new ErrandRows(store, clock);
        at = new DeskParts(
                store, journal, agents, desk, personas, states, dialogue, channels, voice, timers, errands, ears,
                clock);
        books = new Books(states, timers, dialogue, desk, at.baton, voice, errands, unions, clock);
        var errandsBack =
                new ErrandsBack(errands, personas, ears, dialogue, books, new Findings(at.notes, profiles), clock);
        alarms = new AlarmHandler(
                store,
                timers,
                leases,
                journal,
                new LeftOpen(personas, states, dialogue, journal, clock),
                at.longWaits,
                at.clock,
                errandsBack,
                at.turnaways,
                clock);
        live = at.live;
        replies = at.replies;
    }

    private static LivePersona mo() {
        return new LivePersona(persona(), Room::meaning, (words, now) -> List.of());
    }

    static Persona persona() {
        return Objects.requireNonNull(new PersonaReader()
                .read(Path.of("src/test/resources/personas/mo"))
                .persona());
    }

    /** Bubbles of one sentence are read without what stands between them. */
    static Ranking meaning(String words) {
        var intent = MEANINGS.get(words.replace("\n", ""));
        return intent == null ? Ranking.NOTHING : new Ranking(List.of(new Candidate(intent, 1)), Band.SURE);
    }

    TurnHandler handler() {
        return handler(ledger(arrivals));
    }

    Ledger ledger(Arrivals arrivals) {
        return ledger(arrivals, gathering);
    }

    Ledger ledger(Arrivals arrivals, Gathering gathering) {
        return new Ledger(store, arrivals, gathering, leases, desk, journal, books, voice, _ -> Place.NONE, clock);
    }

    TurnHandler handler(Ledger ledger) {
        return new TurnHandler(at.reception, at.asides, personas, ears, states, dialogue, at.floods, ledger, clock);
    }

    /** Somebody says something that is now to be answered. */
    List<Arrival> arrives(String id, String words) {
        return arrive(says(id, words));
    }

    List<Arrival> arrive(Inbound... messages) {
        inbox.accept(List.of(messages));
        return arrivals.next(PERSON);
    }

    static Inbound says(String id, String words) {
        return new Inbound(id, PERSON, Person.of("U1"), new Content.Text(words), NOON, new ReplyHandle("r" + id, NOON));
    }

    <T extends Happening> List<T> happened(Class<T> kind) {
        return journal.after(PERSON, 0, 1000).stream()
                .map(JournalEntry::happening)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    List<String> said() {
        return happened(Happening.Said.class).stream()
                .map(said -> said.content().asText())
                .toList();
    }

    int count(String table) {
        return store.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void close() {
        store.close();
    }
}
