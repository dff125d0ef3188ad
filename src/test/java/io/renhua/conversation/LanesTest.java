package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.message.ConversationId;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final ConversationId ONE = new ConversationId("web-pao", "one");
    private static final ConversationId OTHER = new ConversationId("web-pao", "other");

    @Test
    void worksForOneConversationOnePieceAtATime() {
        var left = new AtomicInteger(1000);
        var inside = new AtomicInteger();
        var crossed = new AtomicBoolean();
        try (var lanes = new Lanes("test", conversation -> {
            if (inside.incrementAndGet() > 1) {
                crossed.set(true);
            }
            inside.decrementAndGet();
            return left.decrementAndGet() >= 0 ? Optional.of(Duration.ZERO) : Optional.empty();
        })) {
            for (int i = 0; i < 200; i++) {
                lanes.wake(ONE);
            }

            await().until(() -> left.get() < 0 && lanes.busy() == 0);
            assertThat(crossed).isFalse();
        }
    }

    @Test
    void doesNotLetOneConversationWaitForAnother() throws Exception {
        var stuck = new CountDownLatch(1);
        var served = new CountDownLatch(1);
        try (var lanes = new Lanes("test", conversation -> {
            if (conversation.equals(ONE)) {
                awaitQuietly(stuck);
            } else {
                served.countDown();
            }
            return Optional.empty();
        })) {
            lanes.wake(ONE);
            lanes.wake(OTHER);

            served.await();
            stuck.countDown();
        }
    }

    @Test
    void comesBackAfterWorkThatFailed() {
        var tries = new AtomicInteger();
        try (var lanes = new Lanes("test", conversation -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("planted");
            }
            return Optional.empty();
        })) {
            lanes.wake(ONE);

            await().until(() -> tries.get() == 2);
        }
    }

    @Test
    void missesNoWakeThatComesWhileItLeaves() {
        Queue<Integer> todo = new ConcurrentLinkedQueue<>();
        var done = new AtomicInteger();
        try (var lanes = new Lanes("test", conversation -> {
            if (todo.poll() == null) {
                return Optional.empty();
            }
            done.incrementAndGet();
            return Optional.of(Duration.ZERO);
        })) {
            for (int i = 0; i < 20_000; i++) {
                todo.add(i);
                lanes.wake(ONE);
            }

            await().until(() -> done.get() == 20_000);
        }
    }

    @Test
    void comesBackFromClosingOnlyWhenThePieceInHandIsFinished() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var finished = new AtomicBoolean();
        var finishedWhenClosed = new AtomicBoolean();
        var lanes = new Lanes("test", conversation -> {
            begun.countDown();
            awaitQuietly(go);
            finished.set(true);
            return Optional.empty();
        });
        lanes.wake(ONE);
        begun.await();

        var closer = Thread.ofPlatform().start(() -> {
            lanes.close();
            finishedWhenClosed.set(finished.get());
        });
        await().until(() -> closer.getState() != Thread.State.RUNNABLE);
        go.countDown();
        closer.join();

        assertThat(finishedWhenClosed).isTrue();
        lanes.wake(OTHER);
        assertThat(lanes.busy()).isZero();
    }

    @Test
    void comesBackAfterAnError() {
        var tries = new AtomicInteger();
        try (var lanes = new Lanes("test", conversation -> {
            if (tries.incrementAndGet() == 1) {
                throw new StackOverflowError("planted");
            }
            return Optional.empty();
        })) {
            lanes.wake(ONE);

            await().until(() -> tries.get() == 2);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
