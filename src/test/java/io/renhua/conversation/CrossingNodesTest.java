package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.conversation.TwoNodes.Side;
import io.renhua.journal.Happening;
import io.renhua.journal.JournalEntry;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.store.StoreAway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes that get in each other's way as often as they can. */
class CrossingNodesTest {
    private static final long SEED = 20_261_122;

    /** Whatever is idle for a moment is given up. */
    private static final LeaseTimes RESTLESS =
            new LeaseTimes(Duration.ofMillis(50), Duration.ofSeconds(20), Duration.ofMillis(1));

    private TwoNodes nodes = new TwoNodes(RESTLESS);

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void answersEverythingOnceWhoeverTookItIn() throws Exception {
        nodes.close();
        nodes = new TwoNodes(new LeaseTimes(Duration.ofMillis(200), Duration.ofSeconds(20), Duration.ofMillis(500)));
        nodes.start();

        each(20, producer -> {
            var random = new Random(SEED + producer);
            for (int i = 0; i < 200; i++) {
                var person = new ConversationId("pao-line", "U" + random.nextInt(200));
                deliver(side(random.nextBoolean()), TwoNodes.says(person, producer + "-" + i));
            }
        });

        await().atMost(Duration.ofMinutes(2)).until(nodes::allSettled);
        nodes.assertAnsweredOnceAndInOrder(4_000);
        assertThat(nodes.one.platform.taken()).isGreaterThan(20);
        assertThat(nodes.other.platform.taken()).isGreaterThan(20);
        assertThat(nodes.deadlocks()).isZero();
    }

    @Test
    void forgetsNoConversationThatIsGivenUpJustAsSomebodyWrites() throws Exception {
        var woken = new ConcurrentLinkedQueue<ConversationId>();
        var random = new Random(SEED);
        var start = new CyclicBarrier(2);
        nodes.one.leases.start(woken::add); // its beats come seldom enough not to look in between
        nodes.other.leases.start(woken::add);
        nodes.one.inbox.onArrival(woken::add);
        nodes.other.inbox.onArrival(woken::add);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 1_000; i++) {
                var person = new ConversationId("pao-line", "R" + i % 7);
                nodes.one.store.commit(person.toString(), transaction -> nodes.one.leases.claim(transaction, person));
                long head = random.nextInt(400_000);
                woken.clear();
                var id = "r" + i;
                var giving = threads.submit(() -> {
                    start.await();
                    LockSupport.parkNanos(head - 200_000);
                    nodes.one.leases.release();
                    return true;
                });
                var writing = threads.submit(() -> {
                    start.await();
                    LockSupport.parkNanos(200_000 - head);
                    nodes.other.inbox.accept(List.of(TwoNodes.says(person, id)));
                    return true;
                });
                giving.get();
                writing.get();

                await().pollInterval(Duration.ofMillis(1)).until(() -> woken.contains(person));
                assertThat(nodes.count("lane where conversation = '" + person + "'"))
                        .isEqualTo(1);
                nodes.other.store.write(transaction -> transaction.handle().execute("delete from inbox"));
                nodes.other.leases.release();
            }
        }
        assertThat(nodes.deadlocks()).isZero();
    }

    @Test
    void neverWaitsInACircle() throws Exception {
        nodes.start();

        each(12, worker -> {
            var random = new Random(SEED + worker);
            var side = side(worker % 2 == 0);
            for (int i = 0; i < 60; i++) {
                int turn = i;
                var some = IntStream.range(0, 4)
                        .mapToObj(each -> new ConversationId("pao-line", "C" + random.nextInt(8)))
                        .distinct()
                        .toList();
                switch (random.nextInt(4)) {
                    case 0 ->
                        deliver(
                                side,
                                some.stream()
                                        .map(person ->
                                                TwoNodes.says(person, worker + "-" + turn + "-" + person.thread()))
                                        .toList());
                    case 1 ->
                        side.store.commit(
                                some.stream().map(ConversationId::toString).toList(),
                                transaction -> some.stream()
                                        .map(person -> side.leases.claim(transaction, person))
                                        .toList());
                    case 2 -> side.leases.release();
                    default -> side.journal.settled();
                }
            }
        });

        await().atMost(Duration.ofMinutes(2)).until(nodes::allSettled);
        nodes.assertAnsweredOnceAndInOrder(nodes.count("taken"));
        assertThat(nodes.deadlocks()).isZero();
    }

    @Test
    void letsNobodyWhoFollowsTheJournalPassAnythingOver() throws Exception {
        var done = new AtomicBoolean();
        var all = new ArrayList<Long>();
        var byConversation = new HashMap<ConversationId, List<Long>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var follower = threads.submit(() -> followAll(done, all));
            var reader = threads.submit(() -> followEach(done, byConversation));
            each(8, writer -> {
                var side = side(writer % 2 == 0);
                for (int i = 0; i < 150; i++) {
                    var person = new ConversationId("pao-line", "J" + (writer + i) % 5);
                    var noted = new Happening.Noted(person, Instant.EPOCH, "test", writer + "-" + i);
                    side.store.write(person.toString(), transaction -> side.journal.append(transaction, noted));
                }
            });
            done.set(true);
            follower.get();
            reader.get();
        }

        var kept = nodes.one.journal.all(0, 10_000);
        assertThat(kept).hasSize(1_200);
        assertThat(all).isEqualTo(kept.stream().map(JournalEntry::seq).toList());
        byConversation.forEach((person, seqs) -> assertThat(seqs)
                .isEqualTo(nodes.one.journal.after(person, 0, 10_000).stream()
                        .map(JournalEntry::seq)
                        .toList()));
        assertThat(nodes.deadlocks()).isZero();
    }

    private boolean followAll(AtomicBoolean done, List<Long> seen) {
        long read = 0;
        boolean last;
        do {
            last = done.get();
            long end = nodes.other.journal.settled();
            for (var entry : nodes.other.journal.all(read, 10_000)) {
                if (entry.seq() <= end) {
                    seen.add(entry.seq());
                    read = entry.seq();
                }
            }
        } while (!last);
        return true;
    }

    private boolean followEach(AtomicBoolean done, Map<ConversationId, List<Long>> seen) {
        boolean last;
        do {
            last = done.get();
            for (int i = 0; i < 5; i++) {
                var person = new ConversationId("pao-line", "J" + i);
                var seqs = seen.computeIfAbsent(person, _ -> new ArrayList<>());
                long read = seqs.isEmpty() ? 0 : seqs.getLast();
                nodes.other.journal.after(person, read, 10_000).forEach(entry -> seqs.add(entry.seq()));
            }
        } while (!last);
        return true;
    }

    /** As a platform does: until it is taken. */
    private static void deliver(Side side, Inbound message) {
        deliver(side, List.of(message));
    }

    private static void deliver(Side side, List<Inbound> messages) {
        await().ignoreExceptionsInstanceOf(StoreAway.class)
                .atMost(Duration.ofMinutes(1))
                .until(() -> {
                    side.inbox.accept(messages);
                    return true;
                });
    }

    private Side side(boolean one) {
        return one ? nodes.one : nodes.other;
    }

    private interface Worker {
        void work(int number) throws Exception;
    }

    private static void each(int workers, Worker worker) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(IntStream.range(0, workers)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        worker.work(number);
                        return true;
                    })
                    .toList());
            for (Future<Boolean> each : all) {
                each.get();
            }
        }
    }
}
