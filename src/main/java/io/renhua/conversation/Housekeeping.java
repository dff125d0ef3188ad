package io.renhua.conversation;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets, at the start and every day, what inbox and outbox keep only against repetitions. The journal keeps what
 * happened; what waits, is in doubt or was given up stays for people to see.
 */
public final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** Longer than any platform delivers again, and than the window in which their quota is counted. */
    private static final Duration KEPT = Duration.ofDays(7);

    /** In which it is done by one node at a time. */
    static final String LANE = "housekeeping";

    private final Arrivals arrivals;
    private final OutboxRows outbox;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("housekeeping").factory());

    public Housekeeping(Arrivals arrivals, OutboxRows outbox) {
        this.arrivals = arrivals;
        this.outbox = outbox;
    }

    public void start() {
        var _ = timer.scheduleWithFixedDelay(this::tidy, 0, 1, TimeUnit.DAYS);
    }

    void tidy() {
        try {
            int messages = all(arrivals::forget);
            int calls = all(outbox::forget);
            LOG.info("forgot {} messages and {} calls that are over", messages, calls);
        } catch (RuntimeException e) {
            LOG.error("housekeeping failed; goes on tomorrow", e); // a throw would end the timer for good
        }
    }

    /** In small bites, so that nobody's commit waits long behind one of them. */
    private static int all(ToIntFunction<Duration> bite) {
        int all = 0;
        for (int some = bite.applyAsInt(KEPT); some > 0; some = bite.applyAsInt(KEPT)) {
            all += some;
        }
        return all;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
