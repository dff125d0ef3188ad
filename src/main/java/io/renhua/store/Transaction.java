package io.renhua.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One unit of work on the store: all of it durable, or none. Lives in one thread. */
public final class Transaction implements Queries {
    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final Handle handle;
    private final List<String> lanes;
    private final List<Runnable> afterwards = new ArrayList<>();

    Transaction(Handle handle, List<String> lanes) {
        this.handle = handle;
        this.lanes = lanes;
    }

    public Handle handle() {
        return handle;
    }

    /** Runs a statement as it stands, its values by position; gives the number of rows. */
    public int update(String sql, @Nullable Object... values) {
        return Statements.update(handle.getConnection(), sql, values);
    }

    @Override
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
        return Statements.list(handle.getConnection(), sql, reader, values);
    }

    /**
     * Makes sure that nobody else writes in a lane before this work is over.
     *
     * @throws IllegalStateException when the work was begun without it
     */
    public void mustHold(String lane) {
        if (!lanes.contains(lane)) {
            throw new IllegalStateException("work that writes in a lane names it when it begins");
        }
    }

    /** Runs once the work is durable, and never when it is not. Must be quick; what it throws is only logged. */
    public void afterwards(Runnable action) {
        afterwards.add(action);
    }

    void done() {
        afterwards.forEach(Transaction::run);
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            LOG.error("work that follows a commit failed; the commit stands", e);
        }
    }
}
