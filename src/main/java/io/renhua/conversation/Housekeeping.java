package io.renhua.conversation;

import io.renhua.handoff.DeskDrafts;
import io.renhua.people.Hallmarks;
import io.renhua.publishing.OldVersions;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets, at the start and every day, and soon again where that failed, the keys of messages that no platform delivers again
 * any more, drafts that nobody came back to, pictures, failures of actions and versions that are kept no longer, and marks that
 * nobody signed.
 */
public final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** Longer than any platform delivers again. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);

    /** In which it is done by one node at a time. */
    static final String LANE = "housekeeping";

    private final Arrivals arrivals;
    private final DeskDrafts drafts;
    private final SentPictures pictures;
    private final ActionFailures failures;
    private final OldVersions versions;
    private final Hallmarks hallmarks;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("housekeeping").factory());

    public Housekeeping(
            Arrivals arrivals,
            DeskDrafts drafts,
            SentPictures pictures,
            ActionFailures failures,
            OldVersions versions,
            Hallmarks hallmarks) {
        this.arrivals = arrivals;
        this.drafts = drafts;
        this.pictures = pictures;
        this.failures = failures;
        this.versions = versions;
        this.hallmarks = hallmarks;
    }

    public void start() {
        tidyIn(Duration.ZERO);
    }

    private void tidyIn(Duration pause) {
        try {
            var _ = timer.schedule(
                    () -> tidyIn(tidy() ? EVERY : AFTER_A_FAILURE), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("this node stops; the next start tidies"); // which is all there is to know
        }
    }

    /** Whether all of it was done. */
    boolean tidy() {
        try {
            LOG.info("forgot the keys of {} messages", all(() -> arrivals.forget(KEPT)));
            LOG.info("forgot {} drafts", all(drafts::forget));
            LOG.info("forgot {} pictures", all(pictures::forget));
            LOG.info("forgot {} failures of actions", failures.forget());
            LOG.info("forgot what {} versions held", versions.forget());
            LOG.info("forgot what {} people were known by before that was signed", all(hallmarks::forgetUnsigned));
            return true;
        } catch (RuntimeException e) { // a throw would end the timer for good
            LOG.error("housekeeping failed; goes on in {} minutes", AFTER_A_FAILURE.toMinutes(), e);
            return false;
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
