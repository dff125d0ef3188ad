package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Bell.Topic;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes that share a PostgreSQL. A node shows every two seconds that it lives; one that has not for ten is struck off, by the
 * database's clock, and its conversations go to whoever comes first. What it still tries to write fails then, since every
 * write for a conversation asks who holds it. A conversation is ours from its first message here until it has been quiet.
 */
public final class SharedLeases implements Leases {
    private static final Logger LOG = LoggerFactory.getLogger(SharedLeases.class);
    private static final int BATCH = 32;
    private static final int DEBRIS = 256;

    /** So many rows of what waits are read at a look, in bites of so many. */
    static final int LOOK = 512;

    static final int BITE = 256;

    private static final long LAST_ROUND_SECONDS = 2;

    private final Store store;
    private final String name;
    private final LeaseTimes times;
    private final NodeRows nodes;
    private final LaneRows lanes;
    private final Orphans orphans;
    private final Map<ConversationId, Long> held = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = thread("leases-heart"); // of its own: nothing may keep it waiting
    private final ScheduledExecutorService hands = thread("leases");
    private volatile Consumer<ConversationId> listener = conversation -> {};
    private volatile Consumer<ConversationId> looker = conversation -> {};
    private volatile long me;
    private volatile long lastBeat;
    private volatile int count = 1;
    private volatile boolean debris = true;
    private Round walk; // the hands' own

    /** @param name what people call this node, in logs and tables */
    public SharedLeases(Store store, String name) {
        this(store, name, LeaseTimes.USUAL);
    }

    SharedLeases(Store store, String name, LeaseTimes times) {
        this.store = store;
        this.name = name;
        this.times = times;
        this.nodes = new NodeRows(store);
        this.lanes = new LaneRows(store);
        this.orphans = new Orphans(store, this::take, this::gained, this::later);
        this.walk = walk();
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    @Override
    public void paceBy(BooleanSupplier room) {
        orphans.paceBy(room);
    }

    @Override
    public void onLook(Consumer<ConversationId> listens) {
        looker = listens;
    }

    @Override
    public void start(Consumer<ConversationId> listens) {
        listener = listens;
        join();
        store.bell().listen(Topic.LANE, this::rung);
        store.bell().listen(Topic.NODE, stopped -> soon(this::inherit));
        store.bell().onGap(() -> soon(this::lookAround));
        long beat = times.beat().toMillis();
        var _ = heart.scheduleWithFixedDelay(tried(this::pulse), beat, beat, TimeUnit.MILLISECONDS);
        var _ = hands.scheduleWithFixedDelay(tried(this::round), 0, beat, TimeUnit.MILLISECONDS);
    }

    private void rung(String text) {
        var conversation = ConversationId.parse(text);
        if (held.containsKey(conversation)) {
            listener.accept(conversation);
        }
    }

    private void soon(Runnable work) {
        try {
            hands.execute(tried(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("this node stops; the others do that"); // which is all there is to know
        }
    }

    private void later(Runnable work, Duration pause) {
        try {
            var _ = hands.schedule(tried(work), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("this node stops; the others go on with it");
        }
    }

    private static Runnable tried(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("the leases could not be seen to: {}", e.getMessage()); // a throw would end it for good
            }
        };
    }

    /** Becomes one of the nodes. */
    void join() {
        long before = System.nanoTime();
        me = nodes.register(name);
        lastBeat = before;
        LOG.info("this is node {}", me);
    }

    private void pulse() {
        beat();
        var dead = nodes.strikeOff(times.lease());
        dead.forEach(node -> LOG.warn(
                "node {} has not shown itself for {} s; the others take its conversations",
                node,
                times.lease().toSeconds()));
        if (!dead.isEmpty()) {
            soon(this::inherit);
        }
        count = nodes.count();
    }

    private void beat() {
        long before = System.nanoTime();
        if (nodes.beat(me)) {
            lastBeat = before;
            return;
        }
        LOG.warn("node {} was away for so long that others took its conversations; it comes back as another", me);
        held.clear();
        join();
    }

    private void round() {
        orphans.take();
        look();
        release();
        if (debris) {
            debris = lanes.sweep(DEBRIS) == DEBRIS;
        }
    }

    /** A node is gone. */
    private void inherit() {
        debris = true;
        orphans.takeNow();
    }

    private List<ConversationId> take(List<ConversationId> some) {
        return lanes.orphans(some).isEmpty()
                ? List.of()
                : store.commit(transaction -> lanes.take(transaction, some, me));
    }

    private void gained(ConversationId conversation) {
        touch(conversation);
        listener.accept(conversation);
    }

    /**
     * A ring may have been lost, and what a claim brought with it was told to nobody. Goes on through what waits where the last
     * look ended, the oldest first, and begins again at the end: however much there is, a look reads little, and each has its turn.
     */
    void look() {
        if (walk.isOver()) {
            walk = walk();
        }
        walk.go(LOOK);
    }

    /** Rings were lost for sure: goes through all that waits at once, in bites. */
    void lookAround() {
        walk().go(() -> true);
    }

    private Round walk() {
        return new Round(
                store,
                BITE,
                some -> lanes.heldBy(me, some).forEach(conversation -> {
                    touch(conversation);
                    looker.accept(conversation);
                }));
    }

    /** Gives up what has been quiet, so that memory and table hold no more than what is alive. */
    void release() {
        long now = System.nanoTime();
        var quiet = held.entrySet().stream()
                .filter(each -> now - each.getValue() > times.quiet().toNanos())
                .map(Map.Entry::getKey)
                .toList();
        for (int from = 0; from < quiet.size(); from += BATCH) {
            var some = quiet.subList(from, Math.min(quiet.size(), from + BATCH));
            var _ = store.commit(some.stream().map(ConversationId::toString).toList(), transaction -> {
                some.forEach(held::remove); // first, and in the lanes: who comes now asks the database
                var kept = lanes.release(transaction, some, me);
                transaction.afterwards(() -> kept.forEach(this::gained)); // it was rung while we did not listen
                return true;
            });
        }
    }

    private void touch(ConversationId conversation) {
        held.put(conversation, System.nanoTime());
    }

    @Override
    public boolean claim(Transaction transaction, ConversationId conversation) {
        if (certain() && held.replace(conversation, System.nanoTime()) != null) {
            return true;
        }
        boolean ours = lanes.claim(transaction, conversation, me);
        transaction.afterwards(
                ours ? () -> touch(conversation) : () -> store.bell().ring(Topic.LANE, conversation.toString()));
        return ours;
    }

    @Override
    public void check(Queries queries, ConversationId conversation) {
        if (!lanes.holds(queries, conversation, me)) {
            held.remove(conversation);
            throw new LeaseLost();
        }
    }

    @Override
    public boolean certain() {
        return System.nanoTime() - lastBeat < times.certain().toNanos();
    }

    @Override
    public int nodes() {
        return count;
    }

    /** How many conversations this node works for. */
    public int held() {
        return held.size();
    }

    /** Ends its beats first: a node that has gone must not come back by one of them. */
    @Override
    public void close() {
        heart.shutdown();
        hands.shutdown();
        try {
            var _ = heart.awaitTermination(LAST_ROUND_SECONDS, TimeUnit.SECONDS)
                    && hands.awaitTermination(LAST_ROUND_SECONDS, TimeUnit.SECONDS);
            nodes.remove(me);
            store.bell().ring(Topic.NODE, String.valueOf(me));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever stops us is in a greater hurry
        } catch (RuntimeException e) {
            LOG.warn(
                    "the other nodes could not be told that this one stops; they see it within {} s: {}",
                    times.lease().toSeconds(),
                    e.getMessage());
        }
        held.clear();
    }
}
