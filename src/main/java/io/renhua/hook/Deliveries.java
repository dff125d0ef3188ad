package io.renhua.hook;

import io.renhua.connector.JsonBody;
import io.renhua.hook.HookPost.Outcome;
import io.renhua.store.StoreAway;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events to whom they are for: a few of each hook side by side, of each conversation one at a time. A hook that is slow or
 * away holds up nobody else.
 */
public final class Deliveries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration LOOKS = Duration.ofSeconds(1);
    private static final Duration LAST_TRY = Duration.ofSeconds(3);
    private static final int AT_ONCE = 8;

    private final Map<String, Lane> lanes = new HashMap<>();
    private final HookRows rows;
    private final Events events;
    private final Payloads payloads;
    private final ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("hooks").factory());
    private volatile Watcher watcher = (hook, outcome, took) -> {};

    Deliveries(Collection<Hook> hooks, HookRows rows, Events events, Payloads payloads) {
        hooks.forEach(hook -> lanes.put(hook.name(), new Lane(hook, new Semaphore(AT_ONCE))));
        this.rows = rows;
        this.events = events;
        this.payloads = payloads;
    }

    private record Lane(Hook hook, Semaphore hands) {}

    /** Hears of each try how long it took and what came of it: {@code taken}, {@code later}, {@code gone}. */
    @FunctionalInterface
    public interface Watcher {
        void tried(String hook, String outcome, Duration took);
    }

    void watch(Watcher told) {
        watcher = told;
    }

    /** Brings from now on what is due, and what a stop left behind. */
    void start() {
        var _ = watch.scheduleWithFixedDelay(
                () -> lanes.values().forEach(this::tryLook), 0, LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    void wake(Hook hook) {
        var lane = lanes.get(hook.name());
        if (lane != null && !watch.isShutdown()) {
            tryLook(lane);
        }
    }

    private void tryLook(Lane lane) {
        try {
            rows.due(lane.hook().name(), lane.hands().availablePermits()).forEach(row -> begin(lane, row));
        } catch (RuntimeException e) {
            LOG.warn("the hooks could not be looked at, they come late: {}", e.getMessage()); // else the watch ends
        }
    }

    private void begin(Lane lane, HookRow row) {
        if (!lane.hands().tryAcquire()) {
            return;
        }
        try {
            runners.execute(() -> {
                boolean more = false;
                try {
                    more = bring(lane.hook(), row);
                } finally {
                    lane.hands().release();
                }
                if (more) {
                    wake(lane.hook()); // perhaps the next of the same conversation
                }
            });
        } catch (RejectedExecutionException e) {
            lane.hands().release(); // we are stopping: another node's look, or the next start, finds it
        }
    }

    /** One try; whether it was ours to make. */
    boolean bring(Hook hook, HookRow row) {
        try {
            if (!rows.take(row)) {
                return false;
            }
            var body = body(hook, row);
            if (body.isEmpty()) {
                rows.done(row); // nothing is kept of it any more
                return true;
            }
            long begun = System.nanoTime();
            var outcome = hook.post().send(row.event(), body.get());
            watcher.tried(hook.name(), word(outcome), Duration.ofNanos(System.nanoTime() - begun));
            settle(hook, row, outcome);
            return true;
        } catch (StoreAway e) {
            LOG.warn("an event for {} waits for the store", hook.name());
            return false;
        } catch (IllegalArgumentException e) {
            rows.unsayable(row, "it cannot be read");
            return true;
        }
    }

    private Optional<byte[]> body(Hook hook, HookRow row) {
        if (row.seq() == 0) {
            return Optional.of(JsonBody.write(Payloads.test(row.event(), hook.name(), row.at())));
        }
        return events.named(row.event(), hook.events()).map(event -> JsonBody.write(payloads.of(event, hook.whole())));
    }

    private void settle(Hook hook, HookRow row, Outcome outcome) {
        switch (outcome) {
            case Outcome.Taken() -> rows.done(row);
            case Outcome.Later(var why, var notBefore) -> {
                LOG.debug("an event for {} did not arrive: {}", hook.name(), why);
                rows.failed(row, row.attempts() + 1, why, notBefore);
            }
            case Outcome.Gone() -> {
                LOG.error(
                        "{} answered {} with 410 and is told nothing any more: see /desk/operations",
                        hook.host(),
                        hook.name());
                rows.stop(row, "it answered 410: it wants no more events");
            }
        }
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken taken -> "taken";
            case Outcome.Later later -> "later";
            case Outcome.Gone gone -> "gone";
        };
    }

    /** What is in hand gets a moment; what does not end in it is tried again, by whoever is there. */
    @Override
    public void close() {
        watch.shutdown();
        runners.shutdown();
        try {
            var _ = runners.awaitTermination(LAST_TRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
