package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Bell.Topic;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final int BATCH = 32;

    /** Ours until ten seconds after a beat by the database's clock; two are left for what we measure by our own. */
    private static final long CERTAIN_NANOS = Duration.ofSeconds(8).toNanos();

    private final Store store;
    private final String name;
    private final Map<ConversationId, Long> held = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("leases").factory());
    private volatile Consumer<ConversationId> listener = conversation -> {};
    private volatile long me;
    private volatile long lastBeat;
    private volatile int nodes = 1;

    /** @param name what people call this node, in logs and tables */
    public SharedLeases(Store store, String name) {
        this.store = store;
        this.name = name;
    }

    @Override
    public void start(Consumer<ConversationId> gained) {
        listener = gained;
        register();
        store.bell().listen(Topic.LANE, text -> {
            var conversation = ConversationId.parse(text);
            if (held.containsKey(conversation)) {
                listener.accept(conversation);
            }
        });
        var _ = timer.scheduleWithFixedDelay(this::round, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void register() {
        long before = System.nanoTime();
        me = store.beside(
                handle -> handle.createQuery("insert into node (name, seen_at) values (:name, now()) returning id")
                        .bind("name", name)
                        .mapTo(Long.class)
                        .one());
        lastBeat = before;
        LOG.info("this is node {}", me);
    }

    private void round() {
        try {
            beat();
            strikeOff();
            takeOver();
            release();
        } catch (RuntimeException e) {
            LOG.warn("the leases could not be renewed: {}", e.getMessage()); // a throw would end the timer for good
        }
    }

    private void beat() {
        long before = System.nanoTime();
        int beaten = store.beside(handle -> handle.createUpdate("update node set seen_at = now() where id = :me")
                .bind("me", me)
                .execute());
        if (beaten == 1) {
            lastBeat = before;
            return;
        }
        LOG.warn("node {} was away for so long that others took its conversations; it comes back as another", me);
        held.clear();
        register();
    }

    private void strikeOff() {
        var dead = store.beside(handle -> handle.createQuery(
                        "delete from node where seen_at < now() - interval '10 seconds' returning id")
                .mapTo(Long.class)
                .list());
        dead.forEach(
                node -> LOG.warn("node {} has not shown itself for 10 s; the others take its conversations", node));
        nodes = store.read(handle -> handle.createQuery("select count(*) from node")
                .mapTo(Integer.class)
                .one());
    }

    /** Takes conversations that want something done and have no node; those at which somebody writes are passed over. */
    private void takeOver() {
        List<ConversationId> taken;
        do {
            taken = store.commit(this::takeSome);
            taken.forEach(conversation -> {
                touch(conversation);
                listener.accept(conversation);
            });
        } while (taken.size() == BATCH);
    }

    private List<ConversationId> takeSome(Transaction transaction) {
        return transaction
                .handle()
                .createQuery("""
                        with wanting as (
                          select conversation from inbox where state = 'waiting'
                          union select conversation from outbox where state in ('waiting', 'sending')),
                        orphans as materialized (
                          select wanting.conversation from wanting left join lane using (conversation)
                          where lane.node is null or not exists (select 1 from node where id = lane.node)),
                        free as materialized (
                          select conversation from orphans
                          where pg_try_advisory_xact_lock(hashtextextended(conversation, 0)) limit :batch)
                        insert into lane (conversation, node) select conversation, :me from free
                        on conflict (conversation) do update set node = excluded.node
                          where not exists (select 1 from node where id = lane.node)
                        returning conversation""")
                .bind("batch", BATCH)
                .bind("me", me)
                .mapTo(String.class)
                .map(ConversationId::parse)
                .list();
    }

    /** Gives up what has been quiet, so that memory and table hold no more than what is alive. */
    private void release() {
        long now = System.nanoTime();
        var quiet = held.entrySet().stream()
                .filter(each -> now - each.getValue() > QUIET.toNanos())
                .map(Map.Entry::getKey)
                .toList();
        for (int from = 0; from < quiet.size(); from += BATCH) {
            var some = quiet.subList(from, Math.min(quiet.size(), from + BATCH));
            var _ = store.commit(some.stream().map(ConversationId::toString).toList(), transaction -> {
                release(transaction, some);
                return true;
            });
        }
    }

    private void release(Transaction transaction, List<ConversationId> some) {
        some.forEach(held::remove); // first, and in the lanes: who comes now asks the database
        var kept = transaction
                .handle()
                .createQuery("""
                        with released as (
                          delete from lane where node = :me and conversation = any(:lanes)
                          and not exists (
                            select 1 from inbox where conversation = lane.conversation and state = 'waiting')
                          and not exists (
                            select 1 from outbox
                            where conversation = lane.conversation and state in ('waiting', 'sending'))
                          returning conversation)
                        select conversation from lane where node = :me and conversation = any(:lanes)
                          and conversation not in (select conversation from released)""")
                .bind("me", me)
                .bindArray(
                        "lanes",
                        String.class,
                        some.stream().map(ConversationId::toString).toList())
                .mapTo(String.class)
                .map(ConversationId::parse)
                .list();
        kept.forEach(this::touch);
    }

    private void touch(ConversationId conversation) {
        held.put(conversation, System.nanoTime());
    }

    @Override
    public boolean claim(Transaction transaction, ConversationId conversation) {
        if (certain() && held.replace(conversation, System.nanoTime()) != null) {
            return true;
        }
        boolean ours = transaction
                .handle()
                .createQuery("""
                        insert into lane (conversation, node) values (:conversation, :me)
                        on conflict (conversation) do update set node = excluded.node
                          where lane.node = excluded.node or not exists (select 1 from node where id = lane.node)
                        returning node""")
                .bind("conversation", conversation.toString())
                .bind("me", me)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
        transaction.afterwards(
                ours ? () -> touch(conversation) : () -> store.bell().ring(Topic.LANE, conversation.toString()));
        return ours;
    }

    @Override
    public void check(Transaction transaction, ConversationId conversation) {
        boolean ours = transaction
                .handle()
                .createQuery("select 1 from lane where conversation = :conversation and node = :me")
                .bind("conversation", conversation.toString())
                .bind("me", me)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!ours) {
            held.remove(conversation);
            throw new LeaseLost();
        }
    }

    @Override
    public boolean certain() {
        return System.nanoTime() - lastBeat < CERTAIN_NANOS;
    }

    @Override
    public int nodes() {
        return nodes;
    }

    /** How many conversations this node works for. */
    public int held() {
        return held.size();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            store.beside(handle -> handle.createUpdate("delete from lane where node = :me")
                            .bind("me", me)
                            .execute()
                    + handle.createUpdate("delete from node where id = :me")
                            .bind("me", me)
                            .execute());
        } catch (RuntimeException e) {
            LOG.warn(
                    "the other nodes could not be told that this one stops; they see it within 10 s: {}",
                    e.getMessage());
        }
        held.clear();
    }
}
