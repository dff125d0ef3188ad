package io.renhua.retention;

import io.renhua.conversation.Erasures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has what is kept no longer leave every night, when few write; and soon after a start that comes after a night in which nobody
 * was there.
 */
public final class RetentionWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionWatch.class);
    private static final LocalTime NIGHT = LocalTime.of(3, 0);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(30);
    private static final Duration LOOKS_EVERY = Duration.ofMinutes(10);
    private static final Duration LAST_BITE = Duration.ofSeconds(3);

    private final Retention retention;
    private final Erasures erasures;
    private final ZoneId zone;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("retention").factory());
    private volatile Optional<Departure> last = Optional.empty();

    /** @param zone whose nights count */
    public RetentionWatch(Retention retention, Erasures erasures, ZoneId zone, Clock clock) {
        this.retention = retention;
        this.erasures = erasures;
        this.zone = zone;
        this.clock = clock;
    }

    public void start() {
        var _ = timer.scheduleWithFixedDelay(
                this::tryLook, FIRST_LOOK.toMillis(), LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryLook() {
        try {
            look();
        } catch (RuntimeException e) { // a throw would end the timer for good
            LOG.error("what is kept no longer could not leave; goes on in ten minutes", e);
        }
    }

    void look() {
        retention.note();
        erasures.afterHolds();
        if (retention.since().filter(since -> since.isBefore(night())).isPresent()) {
            var _ = retention.now();
        }
        last = retention.last();
    }

    /** The beginning of the last night. */
    private Instant night() {
        var now = clock.instant().atZone(zone);
        var today = now.toLocalDate().atTime(NIGHT).atZone(zone);
        return (today.isAfter(now)
                        ? now.toLocalDate().minusDays(1).atTime(NIGHT).atZone(zone)
                        : today)
                .toInstant();
    }

    /** When it left last, as of a few minutes ago. */
    public Optional<Departure> last() {
        return last;
    }

    /** Never interrupts what is done: in the middle of a read that would close H2's file. */
    @Override
    public void close() {
        retention.close();
        timer.shutdown();
        try {
            var _ = timer.awaitTermination(LAST_BITE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
