package io.renhua.store;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * How long a writer waits for others to join the next commit. A commit costs nearly as much for one as for many, so where a group
 * was a crowd the next one waits to be one too: as long as the last commit took, in which others work. Lives in one thread.
 */
final class Company {
    static final int CROWD = 8;
    static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final LongConsumer pause;
    private long nanos;

    /** @param pause keeps a writer for so many nanoseconds */
    Company(LongConsumer pause) {
        this.pause = pause;
    }

    boolean isExpected() {
        return nanos > 0;
    }

    void await() {
        pause.accept(nanos);
    }

    /** So many units have become durable together, and that took so many nanoseconds. */
    void committed(int units, long took) {
        nanos = units < CROWD ? 0 : Math.min(took, LONGEST_NANOS);
    }
}
