package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.StoreAway;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works for many conversations side by side and for each one in order, one piece at a time. What is to be done stands in
 * the store; a lane is only who is at it.
 */
final class Lanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final Duration LAST_PIECE =
            Duration.ofSeconds(4); // a stop is given ten in all, for two kinds of lanes

    private final Work work;
    private final String name;
    private final Set<ConversationId> busy = ConcurrentHashMap.newKeySet();
    private final Set<ConversationId> rung = ConcurrentHashMap.newKeySet();
    private final Map<ConversationId, Future<?>> later = new ConcurrentHashMap<>();
    private final AtomicLong told = new AtomicLong(System.nanoTime() - AFTER_A_FAILURE.toNanos());
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
        this.timer = timer(name);
    }

    private static ScheduledExecutorService timer(String name) {
        var timer = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform().daemon().name(name + "-timer").factory(),
                new ThreadPoolExecutor.DiscardPolicy()); // once closed nobody has to come back
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** Says again that there may be something to do: whoever is at it, or comes back by himself, sees that as a rule. */
    void remind(ConversationId conversation) {
        if (!busy.contains(conversation) && !later.containsKey(conversation)) {
            wake(conversation);
        }
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
            var before = later.put(
                    conversation,
                    timer.schedule(() -> comeBack(conversation), delay.toMillis(), TimeUnit.MILLISECONDS));
            if (before != null) {
                before.cancel(false); // it knew less
            }
        }
    }

    private void comeBack(ConversationId conversation) {
        later.remove(conversation);
        wake(conversation);
    }

    private void run(ConversationId conversation) {
        try {
            while (rung.remove(conversation) && !closing) {
                drain(conversation);
            }
        } catch (LeaseLost e) {
            LOG.info("a conversation on {} went to another node", conversation.channel());
        } catch (StoreAway e) {
            tell(e);
            wakeLater(conversation, AFTER_A_FAILURE);
        } catch (RuntimeException | Error e) {
            LOG.warn("{} lane stopped, comes back in {} s", name, AFTER_A_FAILURE.toSeconds(), e);
            wakeLater(conversation, AFTER_A_FAILURE);
        } finally {
            leave(conversation);
        }
        if (rung.contains(conversation)) {
            wake(conversation); // rung between our last look and our leaving
        }
    }

    /** Once for all lanes that the store leaves standing at the same time. */
    private void tell(StoreAway why) {
        long now = System.nanoTime();
        long last = told.get();
        if (now - last > AFTER_A_FAILURE.toNanos() && told.compareAndSet(last, now)) {
            LOG.warn("{} lanes stopped, come back in {} s: {}", name, AFTER_A_FAILURE.toSeconds(), why.getMessage());
        }
    }

    private void leave(ConversationId conversation) {
        busy.remove(conversation);
        if (closing) {
            synchronized (busy) {
                busy.notifyAll();
            }
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

    /** Begins no other piece and comes back when those in hand are finished, or took too long for a stop. */
    @Override
    public void close() {
        closing = true;
        timer.shutdownNow();
        long deadline = System.nanoTime() + LAST_PIECE.toNanos();
        try {
            awaitLeaving(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever stops us is in a greater hurry
        }
        if (!busy.isEmpty()) {
            LOG.warn("{} pieces of {} are not finished at the stop; a start takes them up", busy.size(), name);
        }
    }

    private void awaitLeaving(long deadline) throws InterruptedException {
        synchronized (busy) {
            for (long left = deadline - System.nanoTime();
                    left > 0 && !busy.isEmpty();
                    left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(busy, left);
            }
        }
    }
}
