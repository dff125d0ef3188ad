package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.renhua.conversation.TwoNodes.Hold;
import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Happening.Understood;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Outbound;
import io.renhua.message.Speaker;
import io.renhua.store.Json;
import io.renhua.store.Queries;
import io.renhua.store.StoreAway;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes, one PostgreSQL: every conversation has one node at a time, and never none for long. */
class SharedLeasesTest {
    private static final ConversationId PERSON = new ConversationId("pao-line", "U1");

    private TwoNodes nodes = new TwoNodes(TwoNodes.QUICK);

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void letsOneNodeWorkForAConversationWhereverItsMessagesCome() {
        with(TwoNodes.BY_THE_BELL);
        nodes.one.inbox.accept(List.of(TwoNodes.says(PERSON, "1")));
        await().until(nodes::allSettled);

        for (int i = 2; i <= 20; i++) {
            nodes.other.inbox.accept(List.of(TwoNodes.says(PERSON, String.valueOf(i))));
        }

        await().until(() -> nodes.happened(Understood.class).count() == 20 && nodes.allSettled());
        assertThat(nodes.other.platform.taken()).isZero();
        nodes.assertAnsweredOnceAndInOrder(20);
    }

    @Test
    void letsTheNodeOfAConversationSayWhatIsSaidOnAnother() {
        with(TwoNodes.BY_THE_BELL);
        nodes.one.inbox.accept(List.of(TwoNodes.says(PERSON, "1")));
        await().until(nodes::allSettled);
        nodes.other.live.claim(PERSON, "lin", "Lin");

        nodes.other.replies.reply(PERSON, "lin", "Lin", "r1", new Content.Text("我看一下。"));

        await().until(nodes::allSettled);
        assertThat(nodes.one.platform.calls().reduce((one, next) -> next).orElseThrow())
                .extracting(Outbound::bubbles)
                .isEqualTo(List.of(new Content.Text("我看一下。")));
        assertThat(nodes.other.platform.taken()).isZero();
    }

    @Test
    void findsWhatItWasNotTold() {
        with(TwoNodes.QUICK);
        nodes.one.inbox.accept(List.of(TwoNodes.says(PERSON, "m1")));
        await().until(nodes::allSettled);

        var second = Json.write(TwoNodes.says(PERSON, "m2"));
        nodes.other.store.write(transaction -> transaction.update("""
                insert into inbox (channel, message_id, conversation, message, received_at, state)
                values ('pao-line', 'm2', ?, ?, now(), 'waiting')""", PERSON.toString(), second));

        await().until(() -> nodes.one.platform.taken() == 2);
        assertThat(nodes.other.platform.taken()).isZero();
    }

    @Test
    void findsWordsThatAClaimBroughtWithIt() {
        nodes.other.work.start();
        nodes.one.store.write(PERSON.toString(), transaction -> {
            nodes.one.rows.add(transaction, words(), 0, Place.NONE); // of a node that is no more
            transaction.handle().execute("update lane set node = -1");
        });

        nodes.other.store.commit(PERSON.toString(), transaction -> nodes.other.leases.claim(transaction, PERSON));

        await().until(() -> nodes.other.platform.taken() == 1);
    }

    @Test
    void handsOverWhenItStops() {
        with(TwoNodes.BY_THE_BELL);
        nodes.one.inbox.accept(List.of(TwoNodes.says(PERSON, "1")));
        await().until(nodes::allSettled);

        nodes.one.work.close();
        nodes.one.inbox.accept(List.of(TwoNodes.says(PERSON, "2"))); // it came through a door that was just closing
        nodes.other.inbox.accept(List.of(TwoNodes.says(PERSON, "3")));

        await().until(() -> nodes.happened(Understood.class).count() == 3 && nodes.allSettled());
        assertThat(nodes.one.platform.taken()).isEqualTo(1);
        nodes.assertAnsweredOnceAndInOrder(3);
    }

    @Test
    void tellsTheOthersThatItStops() {
        with(TwoNodes.BY_THE_BELL);
        var hold = new Hold();
        nodes.one.thinking = hold;
        nodes.one.inbox.accept(List.of(TwoNodes.says(PERSON, "1")));
        hold.awaitArrival();

        var stop = Thread.ofVirtual().start(nodes.one.work::close); // gives up on the turn in hand

        await().atMost(Duration.ofSeconds(20)).until(() -> nodes.other.platform.taken() == 1);
        hold.letGo();
        await().until(() -> !stop.isAlive());
        assertThat(nodes.one.platform.taken()).isZero();
        nodes.assertAnsweredOnceAndInOrder(1);
    }

    @Test
    void strikesANodeOffThatDoesNotShowItselfAndSendsNothingOfIts() {
        with(TwoNodes.QUICK);
        var turn = new Hold();
        nodes.one.thinking = turn;
        nodes.one.inbox.accept(List.of(TwoNodes.says(PERSON, "1")));
        turn.awaitArrival();

        nodes.one.cable.cut();
        nodes.other.inbox.accept(List.of(TwoNodes.says(PERSON, "2")));
        await().until(() -> nodes.happened(Understood.class).count() == 2);
        nodes.one.cable.mend();
        await().until(() -> nodes.one.store.answers());
        turn.letGo();

        await().until(nodes::allSettled);
        await().until(() -> nodes.count("node") == 2); // it came back as another
        assertThat(nodes.one.platform.taken()).isZero();
        nodes.assertAnsweredOnceAndInOrder(2);
    }

    @Test
    void sendsNothingMoreOnceItsLeaseHasRunOut() {
        with(TwoNodes.QUICK);
        var wire = new Hold();
        nodes.one.platform.wire = wire;
        nodes.one.inbox.accept(List.of(TwoNodes.says(PERSON, "1")));
        wire.awaitArrival();
        nodes.one.inbox.accept(List.of(TwoNodes.says(PERSON, "2")));
        await().until(() -> nodes.happened(Understood.class).count() == 2);

        nodes.one.cable.cut();
        await().until(() -> nodes.other.platform.taken() == 2);
        nodes.one.platform.wire = null;
        nodes.one.cable.mend();
        wire.letGo();

        await().until(nodes::allSettled);
        await().until(() -> nodes.count("node") == 2);
        var first = nodes.one.platform.calls().toList();
        assertThat(first).hasSize(1);
        assertThat(nodes.happened(Settled.class).filter(each -> each.state() == State.IN_DOUBT))
                .singleElement()
                .extracting(Settled::outboundId)
                .isEqualTo(first.getFirst().id());
        assertThat(nodes.other.platform.calls())
                .extracting(Outbound::id)
                .startsWith(first.getFirst().id());
    }

    @Test
    void refusesTheCommitOfANodeThatHasLostIt() {
        nodes.one.work.start();
        nodes.one.store.commit(PERSON.toString(), transaction -> nodes.one.leases.claim(transaction, PERSON));
        nodes.other.store.write(transaction -> transaction.handle().execute("update lane set node = node + 1000"));

        assertThat(catchThrowable(() -> nodes.one.store.write(
                        PERSON.toString(), transaction -> nodes.one.leases.check(transaction, PERSON))))
                .isInstanceOf(LeaseLost.class);
        assertThat(nodes.one.leases.held()).isZero();
    }

    @Test
    void isFoundDeadWithinFifteenSeconds() {
        var usual = LeaseTimes.USUAL;

        assertThat(usual.lease().plus(usual.beat().multipliedBy(2))).isLessThan(Duration.ofSeconds(15));
        assertThat(usual.certain()).isLessThan(usual.lease().minus(Duration.ofSeconds(1)));
    }

    @Test
    void takesWhatNobodyHasAndPassesOverWhereSomebodyWrites() throws Exception {
        leave(100);
        var lanes = new LaneRows(nodes.other.store);
        long node = new NodeRows(nodes.other.store).register("taker");
        var some = IntStream.range(0, 100).mapToObj(SharedLeasesTest::person).toList();
        var busy = new Hold();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> nodes.one.store.write(PERSON.toString(), transaction -> busy.here()));
            busy.awaitArrival();

            assertThat(lanes.orphans(some)).hasSize(100);
            assertThat(take(lanes, some, node)).hasSize(99).doesNotContain(PERSON);

            busy.letGo();
            writing.get();
            assertThat(lanes.orphans(some)).containsExactly(PERSON);
            assertThat(take(lanes, some, node)).containsExactly(PERSON);
            assertThat(take(lanes, some, node)).isEmpty();
        }
    }

    @Test
    void takesNoMoreThanThereIsRoomForAndTheRestIsForTheOthers() {
        leave(300);
        var taken = ConcurrentHashMap.<ConversationId>newKeySet();
        var rest = ConcurrentHashMap.<ConversationId>newKeySet();
        try (var full = new SharedLeases(nodes.one.store, "full", TwoNodes.QUICK);
                var free = new SharedLeases(nodes.other.store, "free", TwoNodes.QUICK)) {
            full.paceBy(() -> taken.size() < 100);
            full.start(taken::add);
            await().until(() -> taken.size() >= 100);
            assertThat(taken).contains(person(0)).doesNotContain(person(299)).hasSizeLessThan(200);

            free.start(rest::add);

            await().until(() -> taken.size() + rest.size() == 300);
            assertThat(rest).doesNotContainAnyElementsOf(taken);
        }
    }

    private static ConversationId person(int number) {
        return new ConversationId("pao-line", "U" + number);
    }

    /** So many people have written, and no node has them. */
    private void leave(int people) {
        var inbox = new StoreInbox(nodes.one.store, nodes.one.journal, new Elsewhere(), Clock.systemUTC());
        for (int i = 0; i < people; i++) {
            inbox.accept(List.of(TwoNodes.says(person(i), "m" + i)));
        }
    }

    @Test
    void sweepsUpWhatNodesHaveLeft() {
        nodes.other.store.write(transaction -> transaction.handle().execute("""
                insert into lane (conversation, node) select 'pao-line/old-' || n, 999 from generate_series(1, 600) n"""));

        nodes.one.work.start();
        nodes.one.inbox.accept(List.of(TwoNodes.says(PERSON, "1")));

        await().until(() -> nodes.count("lane") == 1);
    }

    @Test
    void doesNotLetAFrozenNodeHoldUpAConversationForLongerThanItsTransactionMayLast() throws Exception {
        nodes.other.work.start();
        var frozen = new Hold();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var transaction = threads.submit(() -> nodes.one.store.beside(handle -> {
                handle.execute("select pg_advisory_xact_lock(hashtextextended('" + PERSON + "', 0))");
                frozen.here();
                return true;
            }));
            frozen.awaitArrival();

            nodes.other.inbox.accept(List.of(TwoNodes.says(PERSON, "1")));

            await().until(() -> nodes.other.platform.taken() == 1);
            frozen.letGo();
            assertThat(transaction)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(StoreAway.class);
        }
    }

    private List<ConversationId> take(LaneRows lanes, List<ConversationId> some, long node) {
        return nodes.other.store.commit(transaction -> lanes.take(transaction, some, node));
    }

    private static Outbound words() {
        return new Outbound("left", PERSON, List.of(new Content.Text("hi")), new Speaker(Speaker.Kind.BOT, "小墨"), null);
    }

    private void with(LeaseTimes times) {
        nodes.close();
        nodes = new TwoNodes(times).start();
    }

    /** Some node that is not there. */
    private static final class Elsewhere implements Leases {
        @Override
        public boolean claim(Transaction transaction, ConversationId conversation) {
            return false;
        }

        @Override
        public void check(Queries queries, ConversationId conversation) {}

        @Override
        public boolean certain() {
            return false;
        }

        @Override
        public int nodes() {
            return 1;
        }

        @Override
        public void start(Consumer<ConversationId> listener) {}

        @Override
        public void close() {}
    }
}
