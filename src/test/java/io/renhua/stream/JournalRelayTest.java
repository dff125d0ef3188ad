package io.renhua.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalLine;
import io.renhua.journal.RelayPlace;
import io.renhua.message.ConversationId;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalRelayTest {
    private static final Broker BROKER = Broker.RUNNING;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final KafkaSettings settings = BROKER.fresh();
    private final String topic = settings.journalTopic();
    private final Clients clients = new Clients(settings);
    private final List<JournalRelay> relays = new ArrayList<>();
    private Store store = Database.H2.open();
    private Journal journal = new Journal(store);

    @AfterEach
    void close() {
        relays.forEach(JournalRelay::close);
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void relaysEverythingInTheOrderOfEachConversation(Database database) {
        keepIn(database);
        happen(500);
        relay(clients::fenced);
        happen(1500);

        awaitAll();

        assertThat(relayed(2000)).doesNotHaveDuplicates();
        assertThat(records().stream()
                        .collect(Collectors.groupingBy(
                                record -> text(record.key()),
                                Collectors.mapping(JournalRelayTest::id, Collectors.toList())))
                        .values())
                .hasSize(20)
                .allSatisfy(ids -> assertThat(ids).isSorted());
        var lines = journal.lines(0, Long.MAX_VALUE, 5000).stream()
                .collect(Collectors.toMap(JournalLine::seq, line -> line));
        assertThat(records()).allSatisfy(record -> {
            var line = Objects.requireNonNull(lines.get(id(record)));
            assertThat(text(record.key())).isEqualTo(line.conversation());
            assertThat(text(record.value())).isEqualTo(line.happening());
            assertThat(text(record.headers().lastHeader(JournalRelay.KIND).value()))
                    .isEqualTo("Noted");
        });
    }

    @Test
    void relaysAgainWithTheSameIdsWhatWasNotNotedAsRelayed() {
        happen(100);
        relay(clients::fenced);
        awaitAll();
        relays.getFirst().close();
        store.write(transaction -> transaction.handle().execute("update relayed set seq = seq - 40"));

        relay(clients::fenced);
        happen(10);
        awaitAll();

        assertThat(relayed(150).stream().distinct()).hasSize(110);
    }

    @Test
    void relaysByOneNodeAtATimeAndByTheOtherWhenThatStops() {
        relay(clients::fenced);
        relay(clients::fenced);
        happen(300);
        awaitAll();

        relays.getFirst().close();
        happen(300);
        awaitAll();

        assertThat(relayed(600)).doesNotHaveDuplicates();
    }

    @Test
    void doesNotHearANodeThatWasThoughtDeadAndWakes() {
        var frozen = new CountDownLatch(1);
        var wakes = new CountDownLatch(1);
        happen(100);
        relay(() -> freezing(clients.fenced(), frozen, wakes));
        pass(frozen);

        store.write(transaction ->
                transaction.handle().execute("update relayed set held_until = timestamp '2020-01-01 00:00:00+00'"));
        relay(clients::fenced);
        awaitAll();
        wakes.countDown();
        happen(100);
        awaitAll();

        assertThat(relayed(200)).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWhereItWasWhenKafkaWasAway() {
        happen(50);
        relay(clients::fenced);
        awaitAll();

        BROKER.stop();
        try {
            happen(1000);
        } finally {
            BROKER.start();
        }

        awaitAll();
        await().atMost(LONG)
                .until(() ->
                        records().stream().map(JournalRelayTest::id).distinct().count() == 1050);
    }

    private void keepIn(Database database) {
        store.close();
        store = database.open();
        journal = new Journal(store);
    }

    private void relay(Supplier<Producer<byte[], byte[]>> opening) {
        var relay = new JournalRelay(opening, topic, journal, new RelayPlace(store, topic));
        relays.add(relay);
        relay.start();
    }

    /** A node that stands still for long just before it would have finished its first page. */
    @SuppressWarnings("unchecked")
    private static Producer<byte[], byte[]> freezing(
            Producer<byte[], byte[]> real, CountDownLatch frozen, CountDownLatch wakes) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (_, method, arguments) -> {
                    if (method.getName().equals("commitTransaction")) {
                        frozen.countDown();
                        wakes.await();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** In twenty conversations, side by side. */
    private void happen(int count) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, count).forEach(number -> {
                var conversation = new ConversationId("pao-line", "U" + number % 20);
                var happening = new Happening.Noted(conversation, Instant.EPOCH, "test", "number " + number);
                threads.execute(() ->
                        store.write(conversation.toString(), transaction -> journal.append(transaction, happening)));
            });
        }
    }

    private void awaitAll() {
        long last = journal.settled();
        await().atMost(LONG).until(() -> place() == last);
    }

    private long place() {
        return store.read(handle -> handle.createQuery("select coalesce(max(seq), 0) from relayed")
                .mapTo(Long.class)
                .one());
    }

    /** So many and no more; what a broker has committed shows in each partition only a moment later. */
    private List<Long> relayed(int count) {
        await().atMost(LONG).until(() -> records().size() >= count);
        var ids = records().stream().map(JournalRelayTest::id).toList();
        assertThat(ids).hasSize(count);
        return ids;
    }

    private List<ConsumerRecord<byte[], byte[]>> records() {
        return BROKER.read(topic);
    }

    private static long id(ConsumerRecord<byte[], byte[]> record) {
        return Long.parseLong(text(record.headers().lastHeader(JournalRelay.ID).value()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
