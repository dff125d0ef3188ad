package io.renhua.conversation;

import io.renhua.handoff.DeskDrafts;
import io.renhua.publishing.OldVersions;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets, at the start and every day, the keys of messages that no platform delivers again any more, drafts that nobody
 * came back to, and pictures, failures of actions and versions that are kept no longer.
 */
public final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** Longer than any platform delivers again. */
    private static final Duration KEPT = Duration.ofDays(7);

    /** In which it is done by one node at a time. */
    static final String LANE = "housekeeping";

    private final Arrivals arrivals;
    private final DeskDrafts drafts;
    private final SentPictures pictures;
    private final ActionFailures failures;
    private final OldVersions versions;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("housekeeping").factory());

    public Housekeeping(
            Arrivals arrivals,
            DeskDrafts drafts,
            SentPictures pictures,
            ActionFailures failures,
            OldVersions versions) {
        this.arrivals = arrivals;
        this.drafts = drafts;
        this.pictures = pictures;
        this.failures = failures;
        this.versions = versions;
    }

    public void start() {
        var _ = timer.scheduleWithFixedDelay(this::tidy, 0, 1, TimeUnit.DAYS);
    }

    void tidy() {
        try {
            LOG.info("forgot the keys of {} messages", all(() -> arrivals.forget(KEPT)));
            LOG.info("forgot {} drafts", all(drafts::forget));
            LOG.info("forgot {} pictures", all(pictures::forget));
            LOG.info("forgot {} failures of actions", failures.forget());
            LOG.info("forgot what {} versions held", versions.forget());
        } catch (RuntimeException e) {
            LOG.error("housekeeping failed; goes on tomorrow", e); // a throw would end the timer for good
        }
    }

    /** In small bites, so that nobody's commit waits long behind one of them. */
    private static int all(IntSupplier bite) {
        int all = 0;
        for (int some = bite.getAsInt(); some > 0; some = bite.getAsInt()) {
            all += some;
        }
        return all;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
