package io.renhua.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnKeyTest {
    @ParameterizedTest
    @EnumSource
    void isTheSameHoweverOftenItIsAskedFor(Database database) {
        try (var store = database.open()) {
            var first = OwnKey.named("mine", store).sign("words");

            assertThat(OwnKey.named("mine", store).sign("words")).isEqualTo(first);
            assertThat(OwnKey.named("another", store).sign("words")).isNotEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void waitsForNoWriterOnceItIsThere(Database database) {
        var place = database.fresh();
        try (var store = Store.open(place);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = OwnKey.named("mine", store).sign("words");
            var go = new CountDownLatch(1);
            try {
                for (int writer = 0; writer < place.engine().writers(); writer++) {
                    var busy = new CountDownLatch(1);
                    var _ = threads.submit(() -> store.write(transaction -> {
                        busy.countDown();
                        awaitDone(go);
                    }));
                    awaitDone(busy);
                }

                var again = threads.submit(() -> OwnKey.named("mine", store).sign("words"));

                await().until(again::isDone);
                assertThat(again.resultNow()).isEqualTo(first);
            } finally {
                go.countDown();
            }
        }
    }

    private static void awaitDone(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
