package io.renhua;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets personas learn anew in the background: each one at a time, in the order in which they were changed, and no more side
 * by side than leave a core to those who talk. What changes while it is being learnt is learnt once more afterwards, in its
 * latest form.
 *
 * @param <K> names what is learnt
 */
final class Retraining<K> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retraining.class);

    private final Consumer<K> learning;
    private final ExecutorService workers;
    private final Set<K> waiting = new HashSet<>();
    private final Set<K> atWork = new HashSet<>();
    private final Set<K> changedMeanwhile = new HashSet<>();

    Retraining(Consumer<K> learning) {
        this(learning, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    /**
     * @param learning reads the latest form of one and learns it; what it throws is logged
     * @param sideBySide how many at most
     */
    @SuppressWarnings("ThreadPriorityCheck") // right at any priority; where it is heeded, people are answered first
    Retraining(Consumer<K> learning, int sideBySide) {
        this.learning = learning;
        this.workers = Executors.newFixedThreadPool(
                sideBySide,
                Thread.ofPlatform()
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .name("learning-", 0)
                        .factory());
    }

    /** Says that it changed; comes back at once. */
    synchronized void changed(K name) {
        if (atWork.contains(name)) {
            changedMeanwhile.add(name);
        } else if (waiting.add(name) && !workers.isShutdown()) {
            workers.execute(() -> learn(name));
        }
    }

    private void learn(K name) {
        begin(name);
        try {
            learning.accept(name);
        } catch (RuntimeException | Error e) {
            LOG.error("{} was not learnt; what spoke before keeps speaking", name, e);
        } finally {
            end(name);
        }
    }

    private synchronized void begin(K name) {
        waiting.remove(name);
        atWork.add(name);
    }

    /** Goes to the end of the queue when it changed meanwhile, so that one restless script keeps nobody waiting. */
    private synchronized void end(K name) {
        atWork.remove(name);
        if (changedMeanwhile.remove(name)) {
            changed(name);
        }
    }

    /** Begins nothing more; what is being learnt is given up. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
