package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetrainingTest {
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final Semaphore finish = new Semaphore(0);

    @Test
    void learnsExactlyOnceMoreWhatChangedMeanwhile() {
        try (var retraining = new Retraining<String>(this::learn, 1)) {
            retraining.changed("a");
            await().until(() -> begun.size() == 1);

            retraining.changed("a");
            retraining.changed("a");
            retraining.changed("a");
            finish.release(3);
            await().until(() -> begun.size() == 2);
            retraining.changed("b");

            await().until(() -> begun.contains("b"));
            assertThat(begun).containsExactly("a", "a", "b");
        }
    }

    @Test
    void asksOnlyOnceForWhatStillWaits() {
        try (var retraining = new Retraining<String>(this::learn, 1)) {
            retraining.changed("a");
            retraining.changed("b");
            retraining.changed("b");
            retraining.changed("c");
            finish.release(3);

            await().until(() -> begun.contains("c"));
            assertThat(begun).containsExactly("a", "b", "c");
        }
    }

    @Test
    void doesNotLetARestlessOneGoFirst() {
        try (var retraining = new Retraining<String>(this::learn, 1)) {
            retraining.changed("a");
            await().until(() -> begun.size() == 1);
            retraining.changed("b");
            retraining.changed("a");
            finish.release(3);

            await().until(() -> begun.size() == 3);
            assertThat(begun).containsExactly("a", "b", "a");
        }
    }

    @Test
    void learnsNoneTwiceAtATimeAndNoMoreThanItMaySideBySide() {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var all = new CountDownLatch(2);
        try (var retraining = new Retraining<String>(
                name -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    all.countDown();
                    learn(name);
                    atOnce.decrementAndGet();
                },
                2)) {
            List.of("a", "a", "b", "c", "d").forEach(retraining::changed);
            await().until(() -> all.getCount() == 0);
            retraining.changed("a");
            finish.release(5);

            await().until(() -> begun.size() == 5);
            assertThat(most).hasValue(2);
            assertThat(begun).containsExactlyInAnyOrder("a", "b", "c", "d", "a");
        }
    }

    @Test
    void goesOnAfterAFailure() {
        try (var retraining = new Retraining<String>(
                name -> {
                    begun.add(name);
                    throw new IllegalStateException("planted");
                },
                1)) {
            retraining.changed("a");
            retraining.changed("b");
            await().until(() -> begun.contains("b"));

            retraining.changed("a");

            await().until(() -> begun.size() == 3);
        }
    }

    private void learn(String name) {
        begun.add(name);
        finish.acquireUninterruptibly();
    }
}
