package io.renhua.server;

import io.renhua.conversation.Backlog;
import io.renhua.conversation.Backlog.Piles;
import io.renhua.store.StoreAway;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The backlog as it was a few seconds ago: however many ask, the store counts once, and never for more than a twentieth of
 * its time.
 */
@Singleton
final class LatestBacklog {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int SHARE = 20;

    private final Supplier<Piles> count;
    private final LongSupplier nanoseconds;
    private Optional<Piles> latest = Optional.empty();
    private long staleAt;

    @Inject
    LatestBacklog(Backlog backlog) {
        this(backlog::count, System::nanoTime);
    }

    LatestBacklog(Supplier<Piles> count, LongSupplier nanoseconds) {
        this.count = count;
        this.nanoseconds = nanoseconds;
        this.staleAt = nanoseconds.getAsLong();
    }

    /** What there is; empty while the store does not answer. */
    synchronized Optional<Piles> piles() {
        long begun = nanoseconds.getAsLong();
        if (begun - staleAt >= 0) {
            latest = counted();
            long ended = nanoseconds.getAsLong();
            staleAt = ended + Math.max(FRESH.toNanos(), SHARE * (ended - begun));
        }
        return latest;
    }

    /** Has the next who asks count again: something was changed by hand, and they want to see what came of it. */
    synchronized void outdated() {
        staleAt = nanoseconds.getAsLong();
    }

    private Optional<Piles> counted() {
        try {
            return Optional.of(count.get());
        } catch (StoreAway e) {
            return Optional.empty(); // that it is away is told by the store's own health
        }
    }
}
