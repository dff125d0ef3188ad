package io.renhua.conversation;

import io.renhua.connector.SettableClock;
import io.renhua.dialogue.LivePersona;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.nlu.Ranking;
import io.renhua.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;

/** One store and two nodes that crash and come back; time stands still until it is told to pass. In one thread. */
final class World implements AutoCloseable {
    /** A channel that says again what is in doubt, and one that holds it back. */
    static final String RESENDS = "mo-line";

    static final String HOLDS = "mo-bank";

    static final int NODES = 2;

    final Store store;
    final Flaw flaw;
    final SettableClock clock = new SettableClock(Room.NOON);
    final Journal journal;
    final Map<String, StandIn> platforms = Map.of(RESENDS, new StandIn(RESENDS), HOLDS, new StandIn(HOLDS));
    final Channels channels = new Channels(List.copyOf(platforms.values()));
    final Personas personas;
    final LaneTable lanes;

    private final List<Node> nodes = new ArrayList<>();
    private final Queue<Later> later = new PriorityQueue<>(Comparator.comparingLong(Later::at));
    private Runnable whileThinking = () -> {};
    private long passed;

    World(Store store, Flaw flaw) {
        this.store = store;
        this.flaw = flaw;
        journal = new Journal(store);
        lanes = new LaneTable(
                (conversation, node) -> nodes.get(node).gains(conversation), flaw != Flaw.WORKS_WITHOUT_A_LEASE);
        var mo = new LivePersona(Room.persona(), this::meaning, (words, now) -> List.of());
        personas = new Personas(Map.of("mo", mo), Map.of(RESENDS, "mo", HOLDS, "mo"));
        begin();
    }

    /** Nothing is left of what was before, but in the store. */
    void begin() {
        clock.advance(Duration.between(clock.instant(), Room.NOON));
        passed = 0;
        lanes.clear();
        nodes.clear();
        later.clear();
        platforms.values().forEach(StandIn::forget);
        for (int number = 0; number < NODES; number++) {
            nodes.add(new Node(this, number));
        }
    }

    private Ranking meaning(String words) {
        whileThinking.run();
        return Room.meaning(words);
    }

    /** What happens elsewhere in the middle of a turn. */
    void whileThinking(Runnable happening) {
        whileThinking = happening;
    }

    Node node(int number) {
        return nodes.get(number);
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    StandIn platform(ConversationId conversation) {
        return Objects.requireNonNull(platforms.get(conversation.channel()));
    }

    /** The node is gone, and comes back knowing nothing. */
    void crash(int number) {
        lanes.crashed(number);
        if (flaw == Flaw.SAYS_AGAIN_WITHOUT_A_MARK) {
            execute("update outbox set state = 'waiting' where state = 'sending'");
        }
        nodes.set(number, new Node(this, number));
    }

    /** Gives a node what nobody works for. */
    void takeOver(int node) {
        lanes.takeOver(node, unfinished());
    }

    /** What has something waiting to be answered or sent. */
    List<ConversationId> unfinished() {
        var unfinished = new ArrayList<ConversationId>();
        new SoleNode(store).start(unfinished::add);
        return unfinished;
    }

    /** How many alarms are set. */
    int timers() {
        return store.read(handle -> handle.createQuery("select count(*) from timer")
                .mapTo(Integer.class)
                .one());
    }

    /** Nobody who comes later hears of these. */
    void forgetTimers() {
        execute("delete from timer");
    }

    void execute(String sql) {
        store.write(transaction -> transaction.handle().execute(sql));
    }

    /** Time that only passes, in milliseconds. */
    long passed() {
        return passed;
    }

    long nanos() {
        return Duration.ofMillis(passed).toNanos();
    }

    void pass(Duration time) {
        passed += time.toMillis();
        clock.advance(time);
        for (var next = later.peek(); next != null && next.at() <= passed; next = later.peek()) {
            later.remove().what().run();
        }
    }

    /** Does something once a time has passed. */
    void later(Duration delay, Runnable what) {
        later.add(new Later(passed + delay.plusNanos(999_999).toMillis(), what));
    }

    /** When time alone lets something happen. */
    OptionalLong nextLater() {
        var next = later.peek();
        return next == null ? OptionalLong.empty() : OptionalLong.of(next.at());
    }

    private record Later(long at, Runnable what) {}

    @Override
    public void close() {
        store.close();
    }
}
