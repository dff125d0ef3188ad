package io.renhua.conversation;

import io.renhua.action.Answer;
import io.renhua.action.Errand;
import io.renhua.action.Performer;
import io.renhua.action.Performers;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has actions done, beside the lanes: a conversation goes on while a program of somebody else's takes its time. What came of
 * it is kept, and rings in the conversation's lane.
 */
public final class Errands implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final Duration LOOKS = Duration.ofSeconds(1);
    private static final Duration LAST_TRY = Duration.ofSeconds(3);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 64;

    private final Store store;
    private final ErrandRows rows;
    private final Performers performers;
    private final Timers timers;
    private final Clock clock;
    private volatile Watcher watcher = (persona, action, outcome, took) -> {};
    private final Semaphore hands = new Semaphore(AT_ONCE);
    private final ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("errands").factory());

    public Errands(Store store, ErrandRows rows, Performers performers, Timers timers, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.performers = performers;
        this.timers = timers;
        this.clock = clock;
    }

    /** Hears of each try how long it took and what came of it: {@code done}, {@code failed}, {@code later}. */
    @FunctionalInterface
    public interface Watcher {
        void tried(String persona, String action, String outcome, Duration took);
    }

    /** Whom to tell of every try; must be quick. */
    public void watch(Watcher told) {
        watcher = told;
    }

    /** Runs from now on what is set, and what was left behind. */
    void start() {
        rows.onAdded(this::begin);
        var _ = watch.scheduleWithFixedDelay(this::tryLook, 0, LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryLook() {
        try {
            rows.due(AT_ONCE).forEach(due -> begin(due.conversation(), due.id()));
        } catch (RuntimeException e) {
            LOG.warn("the actions could not be looked at, they come late: {}", e.getMessage()); // else the watch ends
        }
    }

    /** With all hands full it waits for the next look. */
    private void begin(ConversationId conversation, String id) {
        if (!hands.tryAcquire()) {
            return;
        }
        try {
            runners.execute(() -> {
                try {
                    run(conversation, id);
                } finally {
                    hands.release();
                }
            });
        } catch (RejectedExecutionException e) {
            hands.release(); // we are stopping: another node's look, or the next start, finds it
        }
    }

    /** One try. */
    void run(ConversationId conversation, String id) {
        try {
            rows.hold(conversation, id, GRACE.plus(LAST_TRY)).ifPresent(row -> settle(row, perform(row)));
        } catch (StoreAway e) {
            LOG.warn("an action on {} waits for the store", conversation.channel());
        }
    }

    private Answer perform(ErrandRow row) {
        var errand = row.errand();
        if (errand == null) {
            return new Answer.Failed(DeadLetter.UNREADABLE);
        }
        if (errand.unfit() != null) {
            return new Answer.Failed(errand.unfit());
        }
        var performer = performers.of(errand.persona(), errand.action());
        if (performer.isEmpty()) {
            LOG.error(
                    "nothing does {} for {}: set an address under renhua.actions, or add a bean",
                    errand.action(),
                    errand.persona());
            return new Answer.Failed("nothing does it");
        }
        var left = Duration.between(clock.instant(), row.until());
        long begun = System.nanoTime();
        var answer = perform(performer.get(), row, errand, left.isPositive() ? left : LAST_TRY);
        watcher.tried(errand.persona(), errand.action(), outcome(answer), Duration.ofNanos(System.nanoTime() - begun));
        return answer;
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> "done";
            case Answer.Failed failed -> "failed";
            case Answer.Later later -> "later";
        };
    }

    /** For as long as somebody waits, whatever the performer does: one that hangs must not keep a hand for ever. */
    private Answer perform(Performer performer, ErrandRow row, Errand errand, Duration left) {
        var running = runners.submit(() -> performer.perform(errand, left));
        try {
            return running.get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            return new Answer.Later("no answer in time", Duration.ZERO);
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Later("we were stopped", Duration.ZERO);
        } catch (ExecutionException e) {
            var cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof Error broken && !(broken instanceof StackOverflowError)) {
                throw broken;
            }
            LOG.error("{} of {} threw, try {}", errand.action(), errand.persona(), row.attempts(), cause);
            return new Answer.Later(cause.getClass().getSimpleName(), Duration.ZERO);
        }
    }

    private void settle(ErrandRow row, Answer answer) {
        if (answer instanceof Answer.Later(var why, var after)) {
            var next = next(row, after);
            if (next.isBefore(row.until())) {
                rows.putOff(row, next, why);
                again(row, Duration.between(clock.instant(), next));
                return;
            }
            LOG.warn("an action on {} is given up: {}", row.conversation().channel(), why);
        }
        var conversation = row.conversation();
        store.write(conversation.toString(), transaction -> {
            if (rows.answer(transaction, row, answer)) {
                timers.set(transaction, conversation, new Alarm.Performed(), clock.instant());
            }
        });
        timers.ring(conversation);
    }

    /** A quarter of a second later, a half, a whole …: somebody is waiting. */
    private Instant next(ErrandRow row, Duration after) {
        var pause = Duration.ofMillis(250L << Math.min(row.attempts() - 1, 5));
        return clock.instant().plus(after.compareTo(pause) > 0 ? after : pause);
    }

    private void again(ErrandRow row, Duration delay) {
        try {
            var _ = watch.schedule(
                    () -> begin(row.conversation(), row.id()), delay.toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("stopping: an action on {} is tried again by whoever looks next", row.conversation());
        }
    }

    /** What runs is broken off; it was held for a while, and is run again by whoever looks then. */
    @Override
    public void close() {
        watch.shutdownNow();
        runners.shutdownNow();
    }
}
