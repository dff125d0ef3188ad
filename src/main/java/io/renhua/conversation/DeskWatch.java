package io.renhua.conversation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the desk every second: offers what waits, and sees who has left. */
public final class DeskWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("desk").factory());

    private final List<Runnable> looks;

    public DeskWatch(List<Runnable> looks) {
        this.looks = List.copyOf(looks);
    }

    void start() {
        var _ = watch.scheduleWithFixedDelay(
                () -> looks.forEach(DeskWatch::tryLook), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void tryLook(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warn("the desk could not be looked after, it is looked after again: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
