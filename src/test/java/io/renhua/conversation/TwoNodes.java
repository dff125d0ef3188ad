package io.renhua.conversation;

import io.renhua.action.Performers;
import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.LivePersona;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Tags;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.nlu.Ranking;
import io.renhua.people.Profiles;
import io.renhua.people.Unions;
import io.renhua.persona.PersonaReader;
import io.renhua.store.Database;
import io.renhua.store.Store;
import io.renhua.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two nodes on one PostgreSQL, each with all that works for a conversation, on a cable of its own. */
final class TwoNodes implements AutoCloseable {
    /** No second look within a test: what happens, happens because somebody was told. */
    static final LeaseTimes BY_THE_BELL =
            new LeaseTimes(Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofMinutes(20));

    /** Fast enough for a test that waits for a node to be struck off. */
    static final LeaseTimes QUICK =
            new LeaseTimes(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofMinutes(1));

    final StoreSettings place = Database.POSTGRESQL.fresh();
    final Side one;
    final Side other;
    private final Store eye = Store.open(place); // sees whatever becomes of their cables
    private final Journal journal = new Journal(eye);

    TwoNodes(LeaseTimes times) {
        one = new Side(place, "one", times);
        other = new Side(place, "other", times);
    }

    TwoNodes start() {
        one.work.start();
        other.work.start();
        return this;
    }

    static Inbound says(ConversationId conversation, String id) {
        var now = Clock.systemUTC().instant();
        return new Inbound(id, conversation, Person.of("U1"), new Content.Text("推薦一本書"), now, null);
    }

    /** What was said in the whole installation, in the order of its places. */
    <T extends Happening> Stream<T> happened(Class<T> kind) {
        return journal.all(0, 1_000_000).stream()
                .map(JournalEntry::happening)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** Everything that came was answered once, in its order, and the platform saw every reply once, in its order. */
    void assertAnsweredOnceAndInOrder(int messages) {
        new InOrder(journal, Stream.concat(one.platform.calls(), other.platform.calls())).assertAnsweredOnce(messages);
    }

    /** How many rows of a kind there are. */
    int count(String rows) {
        return eye.read(handle -> handle.createQuery("select count(*) from " + rows)
                .mapTo(Integer.class)
                .one());
    }

    /** How often transactions waited for each other in a circle. */
    int deadlocks() {
        return eye.read(handle -> {
            handle.execute("select pg_stat_clear_snapshot()");
            return handle.createQuery("select deadlocks from pg_stat_database where datname = current_database()")
                    .mapTo(Integer.class)
                    .one();
        });
    }

    boolean allSettled() {
        return count("inbox where state = 'waiting'") == 0
                && count("outbox where state in ('waiting', 'sending')") == 0;
    }

    @Override
    public void close() {
        one.close();
        other.close();
        eye.close();
    }

    /** One of them. */
    static final class Side implements AutoCloseable {
        final Cable cable;
        final Store store;
        final Journal journal;
        final SharedLeases leases;
        final StoreInbox inbox;
        final OutboxRows rows;
        final LiveDesk live;
        final Replies replies;
        final NodeWork work;
        final PatientPlatform platform = new PatientPlatform();

        /** Who reaches this before a turn of this node is decided waits for it. */
        volatile @Nullable Hold thinking;

        Side(StoreSettings place, String name, LeaseTimes times) {
            var port = URI.create(place.url().substring("jdbc:".length())).getPort();
            cable = new Cable(port);
            store = Store.open(StoreSettings.postgres(
                    place.url().replace(":" + port + "/", ":" + cable.port() + "/"), place.user(), place.password()));
            var clock = Clock.systemUTC();
            journal = new Journal(store);
            leases = new SharedLeases(store, name, times);
            var desk = new Desk(store, journal, clock);
            inbox = new StoreInbox(store, journal, leases, clock);
            var arrivals = new Arrivals(store, clock);
            var states = new States(store, clock);
            rows = new OutboxRows(store, journal, leases, clock);
            var channels = new Channels(List.of(platform));
            var voice = new Voice(journal, rows, channels, new Pictures(URI.create("https://mo.example")), clock);
            var dialogue = new Dialogue();
            var personas = new Personas(Map.of("mo", mo()), Map.of("pao-line", "mo"));
            var gathering = new Gathering(channels, personas, Map.of(), Patience.NONE, clock);
            var timers = new Timers(store, leases, clock);
            var unions = new Unions(store);
            var profiles = new Profiles(store, journal, clock);
            var ears = new Ears(channels, desk, new Tags(store, journal, clock), profiles, unions, clock);
            var errandRows = new ErrandRows(store, clock);
            var errands = new Errands(store, errandRows, new Performers(Map.of(), List.of()), timers, clock);
            var parts = new DeskParts(
                    store,
                    journal,
                    new Agents(store, clock),
                    desk,
                    personas,
                    states,
                    dialogue,
                    channels,
                    voice,
                    timers,
                    errandRows,
                    ears,
                    clock);
            var books = new Books(states, timers, dialogue, desk, parts.baton, voice, errandRows, unions, clock);
            var errandsBack = new ErrandsBack(
                    errandRows, personas, ears, dialogue, books, new Findings(parts.notes, profiles), clock);
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
            var outbox = new Outbox(rows, channels, leases, new DoubtPolicy(Set.of()), clock);
            var ledger =
                    new Ledger(store, arrivals, gathering, leases, desk, journal, books, voice, outbox::book, clock);
            var handler = new TurnHandler(
                    parts.reception, parts.asides, personas, ears, states, dialogue, parts.floods, ledger, clock);
            live = parts.live;
            replies = parts.replies;
            var turns = new Turns(arrivals, gathering, handler, timers, alarms, store, parts.calls, journal, clock);
            var letters = new StoreDeadLetters(store, desk, journal, leases, clock);
            work = new NodeWork(inbox, turns, outbox, timers, errands, new DeskWatch(List.of()), letters, leases);
        }

        private LivePersona mo() {
            var persona = Objects.requireNonNull(new PersonaReader()
                    .read(Path.of("src/test/resources/personas/mo"))
                    .persona());
            return new LivePersona(persona, this::think, (words, now) -> List.of());
        }

        private Ranking think(String words) {
            var hold = thinking;
            if (hold != null) {
                hold.here();
            }
            return new Ranking(List.of(new Candidate("pick_book", 1)), Band.SURE);
        }

        @Override
        public void close() {
            work.close();
            store.close();
            cable.close();
        }
    }

    /** A place where a thread is met and held until it may go on. */
    static final class Hold {
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);

        void here() {
            arrived.countDown();
            await(free);
        }

        /** Comes back once somebody is held. */
        void awaitArrival() {
            await(arrived);
        }

        void letGo() {
            free.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
