package io.renhua.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** One unit of work on the store: all of it durable, or none. Lives in one thread. */
public final class Transaction {
    private final Handle handle;
    private final List<Runnable> afterwards = new ArrayList<>();

    Transaction(Handle handle) {
        this.handle = handle;
    }

    public Handle handle() {
        return handle;
    }

    /** Runs once the work is durable, and never when it is not. Must be quick and must not throw. */
    public void afterwards(Runnable action) {
        afterwards.add(action);
    }

    void done() {
        afterwards.forEach(Runnable::run);
    }
}
