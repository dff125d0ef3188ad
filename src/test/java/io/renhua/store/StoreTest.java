package io.renhua.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class StoreTest {
    private static final String COUNT = "select count(*) from dialogue_state";

    private final Database database;
    private final StoreSettings place;

    StoreTest(Database database) {
        this.database = database;
        place = database.fresh();
    }

    @Test
    void keepsWhatWasCommittedWhenOpenedAgain(@TempDir Path folder) {
        var lasting = database.lasting(folder);
        try (var store = Store.open(lasting)) {
            store.write(transaction -> add(transaction, "a"));
        }

        try (var store = Store.open(lasting)) {
            assertThat(count(store)).isEqualTo(1);
        }
    }

    @Test
    void undoesAFailedUnitAloneAndGivesItsFailureBack() throws Exception {
        try (var store = Store.open(place)) {
            var go = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                keepWritersBusy(store, threads, go);
                var good = threads.submit(() -> store.write(transaction -> add(transaction, "good")));
                var bad = threads.submit(() -> store.write(transaction -> {
                    add(transaction, "bad");
                    throw new IllegalArgumentException("mine");
                }));
                go.countDown();

                good.get();
                assertThatThrownBy(bad::get).hasRootCauseMessage("mine");
            }
            assertThat(count(store)).isEqualTo(1);
        }
    }

    @Test
    void runsWhatComesAfterwardsOnlyOnceItIsDurable() {
        try (var store = Store.open(place)) {
            var seen = new AtomicBoolean();

            store.write(transaction -> {
                add(transaction, "a");
                transaction.afterwards(() -> seen.set(count(store) == 1));
            });

            assertThat(seen).isTrue();
        }
    }

    @Test
    void doesALanesWorkInTheOrderInWhichItWasAskedFor() throws Exception {
        try (var store = Store.open(place)) {
            var done = new ConcurrentLinkedQueue<Integer>();
            var all = new CountDownLatch(400);
            for (int i = 0; i < 400; i++) {
                int number = i;
                store.submit("a", transaction -> transaction.afterwards(() -> done.add(number)), new Store.Outcome() {
                    @Override
                    public void durable() {
                        all.countDown();
                    }

                    @Override
                    public void failed(Throwable failure) {
                        all.countDown();
                    }
                });
            }

            await(all);
            assertThat(done)
                    .containsExactlyElementsOf(IntStream.range(0, 400).boxed().toList());
        }
    }

    @Test
    void turnsCommitsAwayOnceTooManyWait() throws Exception {
        try (var store = Store.open(new StoreSettings(place.url(), place.user(), place.password(), 1));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var go = new CountDownLatch(1);
            keepWritersBusy(store, threads, go);
            var queued = new CountDownLatch(1);
            var waiting = threads.submit(() -> {
                queued.countDown();
                store.write("a", transaction -> add(transaction, "waits"));
            });
            await(queued);
            while (!waiting.isDone() && store.waiting() == 0) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(() -> store.write("a", transaction -> add(transaction, "late")))
                    .isInstanceOf(StoreAway.class);
            go.countDown();
            waiting.get();
            assertThat(count(store)).isEqualTo(1);
        }
    }

    @Test
    void noticesACommitThatHangsThoughNothingWaitsBehindIt() {
        try (var store = Store.open(place);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var go = new CountDownLatch(1);
            try {
                keepWritersBusy(store, threads, go);
                Awaitility.await().until(() -> !store.answers());
                assertThatThrownBy(() -> keep(store, "hurried"))
                        .isInstanceOf(StoreAway.class)
                        .hasMessageContaining("does not answer");
            } finally {
                go.countDown();
            }
            Awaitility.await().until(store::answers);
            keep(store, "late").join();
        }
    }

    @Test
    void saysThatTheStoreIsAwayOnceItIsClosed() {
        var store = Store.open(place);
        store.close();

        assertThatThrownBy(() -> store.write("a", transaction -> add(transaction, "late")))
                .isInstanceOf(StoreAway.class);
        assertThat(store.answers()).isFalse();
    }

    @Test
    void goesOnAfterWorkThatEndsInAnError() {
        try (var store = Store.open(place)) {
            assertThatThrownBy(() -> store.write(transaction -> {
                        add(transaction, "bad");
                        throw new StackOverflowError("planted");
                    }))
                    .isInstanceOf(StackOverflowError.class);

            store.write(transaction -> add(transaction, "good"));
            assertThat(count(store)).isEqualTo(1);
        }
    }

    @Test
    void goesOnAfterAListenerThatThrows() {
        try (var store = Store.open(place)) {
            store.write(transaction -> {
                add(transaction, "a");
                transaction.afterwards(() -> {
                    throw new IllegalStateException("planted");
                });
            });

            store.write(transaction -> add(transaction, "b"));
            assertThat(count(store)).isEqualTo(2);
        }
    }

    @Test
    void answersEverybodyWhenItClosesAndKeepsWhatItAcknowledged(@TempDir Path folder) throws Exception {
        var acknowledged = new AtomicInteger();
        var lasting = database.lasting(folder);
        var store = Store.open(lasting);
        var begun = new CountDownLatch(50);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                var name = "w" + i;
                var _ = threads.submit(() -> {
                    for (int turn = 0; ; turn++) { // until the store turns it away
                        var key = name + "-" + turn;
                        store.write(transaction -> add(transaction, key));
                        acknowledged.incrementAndGet();
                        begun.countDown();
                    }
                });
            }
            await(begun);
            store.close();
        }

        try (var again = Store.open(lasting)) {
            assertThat(count(again)).isEqualTo(acknowledged.get());
        }
    }

    @Test
    void namesWhatThePoolSaysWhenNoConnectionComesBack() {
        try (var store = Store.open(place)) {
            assertThatThrownBy(() -> hold(store, 20))
                    .isInstanceOf(StoreAway.class)
                    .hasMessage("reading from the store: SQLTransientConnectionException");
        }
    }

    /** Holds so many connections at once, which is more than there are. */
    private static int hold(Store store, int connections) {
        return connections == 0
                ? 0
                : store.list("select 1", row -> hold(store, connections - 1)).getFirst();
    }

    @Test
    void doesNotRepeatWhatWasBoundWhenAWriteFails() {
        try (var store = Store.open(place)) {
            assertThatThrownBy(() -> store.write(transaction -> transaction
                            .handle()
                            .createUpdate(
                                    "insert into dialogue_state (conversation, state, updated_at) values (:key, :state, now())")
                            .bind("key", "x".repeat(500))
                            .bind("state", "my secret words")
                            .execute()))
                    .isNotInstanceOf(StoreAway.class)
                    .hasMessageContaining("SQL state 22")
                    .hasNoCause()
                    .message()
                    .doesNotContain("secret", "xxx");
        }
    }

    @Test
    void readsInstantsBackAsTheyWereEvenInTheHourTheClocksGoBack() {
        var zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try (var store = Store.open(place)) {
            var at = Instant.parse("2026-10-25T01:30:00Z");

            store.write(transaction -> transaction
                    .handle()
                    .createUpdate(
                            "insert into dialogue_state (conversation, state, updated_at) values ('a', '{}', :at)")
                    .bind("at", at)
                    .execute());

            assertThat(store.<Instant>read(handle -> handle.createQuery("select updated_at from dialogue_state")
                            .mapTo(Instant.class)
                            .one()))
                    .isEqualTo(at);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    /** One after another, or one writer would take several of them. */
    private void keepWritersBusy(Store store, ExecutorService threads, CountDownLatch go) {
        for (int writer = 0; writer < place.engine().writers(); writer++) {
            var busy = new CountDownLatch(1);
            var _ = threads.submit(() -> store.write(transaction -> {
                busy.countDown();
                await(go);
            }));
            await(busy);
        }
    }

    private static void add(Transaction transaction, String key) {
        transaction
                .handle()
                .execute("insert into dialogue_state (conversation, state, updated_at) values (?, '{}', now())", key);
    }

    private static CompletableFuture<Boolean> keep(Store store, String lane) {
        var kept = new CompletableFuture<Boolean>();
        store.submit(lane, transaction -> {}, new Store.Outcome() {
            @Override
            public void durable() {
                kept.complete(true);
            }

            @Override
            public void failed(Throwable failure) {
                kept.completeExceptionally(failure);
            }
        });
        return kept;
    }

    private static int count(Store store) {
        return store.read(
                handle -> handle.createQuery(COUNT).mapTo(Integer.class).one());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
