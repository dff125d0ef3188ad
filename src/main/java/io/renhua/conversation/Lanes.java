package io.renhua.conversation;

import io.renhua.message.ConversationId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works for many conversations side by side and for each one in order, one piece at a time. What is to be done stands in
 * the store; a lane is only who is at it.
 */
final class Lanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Work work;
    private final String name;
    private final Set<ConversationId> busy = ConcurrentHashMap.newKeySet();
    private final Set<ConversationId> rung = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer;
    private volatile boolean closing;

    /** One piece of work for one conversation. */
    interface Work {
        /** Does the next piece; empty when there was none, zero to go on at once, else when to come back. */
        Optional<Duration> next(ConversationId conversation);
    }

    Lanes(String name, Work work) {
        this.name = name;
        this.work = work;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name + "-timer").factory());
    }

    /** Says that there is something to do; comes back at once. */
    void wake(ConversationId conversation) {
        rung.add(conversation);
        if (!closing && busy.add(conversation)) {
            Thread.ofVirtual().name(name).start(() -> run(conversation));
        }
    }

    private void wakeLater(ConversationId conversation, Duration delay) {
        if (!closing) {
            var _ = timer.schedule(() -> wake(conversation), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run(ConversationId conversation) {
        try {
            while (rung.remove(conversation) && !closing) {
                drain(conversation);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} lane stopped, comes back in {} s", name, AFTER_A_FAILURE.toSeconds(), e);
            wakeLater(conversation, AFTER_A_FAILURE);
        } finally {
            busy.remove(conversation);
        }
        if (rung.contains(conversation)) {
            wake(conversation); // rung between our last look and our leaving
        }
    }

    private void drain(ConversationId conversation) {
        var again = work.next(conversation);
        while (again.isPresent() && again.get().isZero() && !closing) {
            again = work.next(conversation);
        }
        again.filter(Duration::isPositive).ifPresent(delay -> wakeLater(conversation, delay));
    }

    /** How many conversations are being worked for. */
    int busy() {
        return busy.size();
    }

    /** Lets the pieces in hand finish and begins no other. */
    @Override
    public void close() {
        closing = true;
        timer.shutdownNow();
    }
}
