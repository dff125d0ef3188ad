package io.renhua;

import io.renhua.nlu.Classifier;
import io.renhua.nlu.ClassifierTrainer;
import io.renhua.nlu.Ranking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Learns many at once, as many as there are cores. What it gives can be had at once and waits, when it is asked something
 * too early, until it has been learnt.
 */
final class SideBySide {
    private final ExecutorService workers = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("learning-", 0).factory());
    private final List<Future<Classifier>> all = new ArrayList<>();

    /** The trainer, but that it comes back at once. */
    ClassifierTrainer of(ClassifierTrainer trainer) {
        return examples -> {
            var learning = workers.submit(() -> trainer.train(examples));
            all.add(learning);
            return new Learning(learning);
        };
    }

    /** Takes no more to learn, and waits until all is learnt or patience ends; says how many are still at it. */
    int await(Duration patience) {
        workers.shutdown();
        long end = System.nanoTime() + patience.toNanos();
        int late = 0;
        for (var learning : all) {
            try {
                var _ = learning.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                late++;
            } catch (ExecutionException e) {
                throw new IllegalStateException("learning failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while learning", e);
            }
        }
        return late;
    }

    /** Does something once all is learnt, however late. */
    void afterwards(Runnable next) {
        Thread.ofVirtual().name("learnt").start(() -> {
            try {
                if (workers.awaitTermination(1, TimeUnit.DAYS)) {
                    next.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // nobody is left to tell
            }
        });
    }

    private record Learning(Future<Classifier> learnt) implements Classifier {
        @Override
        public Ranking classify(String utterance) {
            try {
                return learnt.get().classify(utterance);
            } catch (ExecutionException e) {
                throw new IllegalStateException("learning failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while learning", e);
            }
        }
    }
}
