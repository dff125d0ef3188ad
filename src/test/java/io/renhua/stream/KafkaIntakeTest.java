package io.renhua.stream;

import static io.renhua.stream.Broker.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.conversation.Inbox;
import io.renhua.conversation.SoleNode;
import io.renhua.conversation.StoreInbox;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KafkaIntakeTest {
    private static final Broker BROKER = Broker.RUNNING;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ConversationId ONE = new ConversationId("pao-line", "U1");

    private final KafkaSettings settings = BROKER.fresh(Map.of("max.poll.interval.ms", "4000"));
    private final String topic = settings.inboxTopic();
    private final Clients clients = new Clients(settings);
    private final Post post = new Post(clients::prompt);
    private final Inbox door = new KafkaInbox(post, topic);
    private final List<KafkaIntake> intakes = new ArrayList<>();
    private Store store = Database.H2.open();

    @BeforeEach
    void learn() {
        post.learn(topic);
    }

    private static StoreInbox inbox(Store store) {
        return new StoreInbox(store, new Journal(store), new SoleNode(store), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        intakes.forEach(KafkaIntake::close);
        post.close();
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void bringsEveryMessageIntoTheStoreOnceAndInOrder(Database database) {
        keepIn(database);
        intake(inbox(store));
        for (int number = 0; number < 10; number++) {
            bring(number, persons(500));
        }

        await().atMost(LONG).until(() -> rows() >= 5000);
        assertThat(arrived().values())
                .hasSize(500)
                .allSatisfy(numbers -> assertThat(numbers).isEqualTo(upTo(10)));
    }

    @Test
    void letsTheStoreDropWhatComesAgain() {
        intake(inbox(store));
        bring(message(ONE, 0));
        bring(message(ONE, 0), message(ONE, 1));
        bring(message(ONE, 1), message(ONE, 2));

        await().atMost(LONG).untilAsserted(() -> assertThat(arrived()).containsEntry(ONE, upTo(3)));
    }

    @Test
    void takesMessagesWhileTheStoreIsAwayAndBringsThemWhenItIsBack() {
        var whichever = new Whichever(away());
        intake(whichever);
        IntStream.range(0, 100).forEach(number -> bring(message(person(number % 10), number / 10)));
        await().atMost(LONG).until(() -> whichever.asked.get() > 3);

        whichever.current = inbox(store);

        await().atMost(LONG).until(() -> rows() == 100);
        assertThat(arrived().values()).allSatisfy(numbers -> assertThat(numbers).isEqualTo(upTo(10)));
    }

    @Test
    void leavesInTheTopicWhatTheStoreHasNotTaken() {
        var whichever = new Whichever(away());
        intake(whichever);
        upTo(10).forEach(number -> bring(number, persons(10)));
        await().atMost(LONG).until(() -> whichever.asked.get() > 3);
        intakes.getFirst().close();

        intake(inbox(store));

        await().atMost(LONG).until(() -> rows() == 100);
    }

    @Test
    void goesOnWhereItWas() {
        intake(inbox(store));
        bring(message(ONE, 0));
        await().atMost(LONG).until(() -> rows() == 1);
        intakes.getFirst().close();
        store.write(transaction -> transaction.handle().execute("delete from inbox; delete from taken"));

        intake(inbox(store));
        bring(message(ONE, 1));

        await().atMost(LONG).until(() -> rows() == 1);
        assertThat(arrived()).containsEntry(ONE, List.of(1));
    }

    @Test
    void sharesTheTopicInTheMiddleOfSlowWorkAndLosesNothing() {
        IntStream.range(0, 200).forEach(number -> bring(message(person(number % 20), number / 20)));
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        intake((messages, receipt) -> Thread.ofVirtual().start(() -> {
            begun.countDown();
            pass(go);
            inbox(store).accept(messages, receipt);
        }));
        pass(begun);

        intake(inbox(store));

        // for longer than a member may be silent both belong to the group
        await().atMost(LONG).until(() -> BROKER.members(settings.group()) == 2 && rows() > 0);
        await().during(Duration.ofSeconds(5)).atMost(LONG).until(() -> BROKER.members(settings.group()) == 2);
        assertThat(rows()).isLessThan(200);
        go.countDown();
        await().atMost(LONG).until(() -> rows() == 200);
        assertThat(arrived().values())
                .hasSize(20)
                .allSatisfy(numbers -> assertThat(numbers).isEqualTo(upTo(10)));
    }

    @Test
    void putsAsideWhatCannotBeReadAndGoesOn() {
        intake(inbox(store));
        bring(message(ONE, 0));
        var unreadable = "{\"messages\": 5}".getBytes(UTF_8);
        await().atMost(LONG).until(() -> {
            var answer = new Answer();
            post.send(List.of(new ProducerRecord<>(topic, "pao-line/U1".getBytes(UTF_8), unreadable)), answer);
            return answer.comesWithin(LONG) && answer.failure() == null;
        });
        bring(message(ONE, 1));

        await().atMost(LONG).untilAsserted(() -> assertThat(arrived()).containsEntry(ONE, upTo(2)));
        assertThat(BROKER.read(settings.deadTopic())).isNotEmpty().allSatisfy(dead -> {
            assertThat(dead.value()).isEqualTo(unreadable);
            assertThat(dead.headers().lastHeader(DeadRecords.REASON).value())
                    .asString(UTF_8)
                    .contains("reading a Envelope from JSON");
            assertThat(dead.headers().lastHeader(DeadRecords.PLACE).value())
                    .asString(UTF_8)
                    .startsWith(topic + "-");
        });
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void putsAsideWhatTheStoreWillNeverTakeAndKeepsTheRest(Database database) {
        keepIn(database);
        var endless = new ConversationId("pao-line", "U".repeat(500));
        IntStream.range(0, 3).forEach(number -> bring(message(ONE, number), message(endless, number)));

        intake(inbox(store));

        await().atMost(LONG).until(() -> BROKER.read(settings.deadTopic()).size() == 3);
        await().atMost(LONG).untilAsserted(() -> assertThat(arrived()).containsEntry(ONE, upTo(3)));
    }

    private void intake(Inbox inbox) {
        var intake = new KafkaIntake(clients::member, topic, inbox, new DeadRecords(post, settings.deadTopic()));
        intakes.add(intake);
        intake.start();
    }

    /** An inbox whose store does not answer. */
    private static Inbox away() {
        var closed = Database.H2.open();
        closed.close();
        return inbox(closed);
    }

    private void keepIn(Database database) {
        store.close();
        store = database.open();
    }

    private void bring(int number, List<ConversationId> people) {
        bring(people.stream().map(person -> message(person, number)).toArray(Inbound[]::new));
    }

    /** As a platform does: one webhook each, all at once, and again what was not acknowledged. */
    private void bring(Inbound... messages) {
        for (var open = List.of(messages); !open.isEmpty(); ) {
            var answers = open.stream()
                    .map(message -> {
                        var answer = new Answer();
                        door.accept(List.of(message), answer);
                        return answer;
                    })
                    .toList();
            assertThat(answers).allMatch(answer -> answer.comesWithin(LONG));
            var all = open;
            open = IntStream.range(0, all.size())
                    .filter(place -> answers.get(place).failure() != null)
                    .mapToObj(all::get)
                    .toList();
        }
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConversationId person(int number) {
        return new ConversationId("pao-line", "U" + number);
    }

    private static List<ConversationId> persons(int count) {
        return IntStream.range(0, count).mapToObj(KafkaIntakeTest::person).toList();
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    private int rows() {
        return store.read(handle -> handle.createQuery("select count(*) from inbox")
                .mapTo(Integer.class)
                .one());
    }

    /** The numbers of each conversation's messages, in the order in which the store has them. */
    private Map<ConversationId, List<Integer>> arrived() {
        var arrived = new HashMap<ConversationId, List<Integer>>();
        store.read(handle -> handle.createQuery("select conversation, message_id from inbox order by id")
                        .map((rows, _) -> Map.entry(rows.getString(1), rows.getString(2)))
                        .list())
                .forEach(row -> arrived.computeIfAbsent(ConversationId.parse(row.getKey()), _ -> new ArrayList<>())
                        .add(Integer.valueOf(
                                row.getValue().substring(row.getValue().lastIndexOf('-') + 1))));
        return arrived;
    }

    /** One inbox now, another later. */
    private static final class Whichever implements Inbox {
        private volatile Inbox current;
        private final AtomicInteger asked = new AtomicInteger();

        Whichever(Inbox first) {
            current = first;
        }

        @Override
        public void accept(List<Inbound> messages, Receipt receipt) {
            asked.incrementAndGet();
            current.accept(messages, receipt);
        }
    }
}
