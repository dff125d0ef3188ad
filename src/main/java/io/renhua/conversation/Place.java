package io.renhua.conversation;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A place on the way to a platform, kept free for the first call of what is about to be said: that call is on its way as soon
 * as it is durable. Given back when nobody has taken it by the time it is closed.
 */
public final class Place implements AutoCloseable {
    /** No place: what is said waits for its turn. */
    static final Place NONE = new Place(false, row -> {}, () -> {});

    private final AtomicBoolean free;
    private final Consumer<OutboxRow> taken;
    private final Runnable givenBack;

    Place(Consumer<OutboxRow> taken, Runnable givenBack) {
        this(true, taken, givenBack);
    }

    private Place(boolean free, Consumer<OutboxRow> taken, Runnable givenBack) {
        this.free = new AtomicBoolean(free);
        this.taken = taken;
        this.givenBack = givenBack;
    }

    boolean isFree() {
        return free.get();
    }

    /** Lets a call go that is durable and marked as being sent. */
    void take(OutboxRow row) {
        if (free.compareAndSet(true, false)) {
            taken.accept(row);
        }
    }

    @Override
    public void close() {
        if (free.compareAndSet(true, false)) {
            givenBack.run();
        }
    }
}
