package io.renhua.store;

import io.renhua.text.Wording;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** One unit of work that waits for a writer, and whom to tell what became of it. */
final class Unit<T> {
    /** Two transactions waited for each other and the database chose this one to begin again. */
    private static final Set<String> CHOSEN = Set.of("40P01", "40001");

    private static final int TRIES = 3;

    /** Told once, on a writer's thread. */
    interface Outcome<T> {
        void durable(@Nullable T result);

        void failed(Throwable failure);
    }

    final long since = System.nanoTime();
    private final List<String> lanes;
    private final Function<Transaction, T> work;
    private final Outcome<T> outcome;
    private @Nullable Transaction transaction;
    private @Nullable T result;
    private @Nullable Throwable failure;

    Unit(List<String> lanes, Function<Transaction, T> work, Outcome<T> outcome) {
        this.lanes = lanes;
        this.work = work;
        this.outcome = outcome;
    }

    List<String> lanes() {
        return lanes;
    }

    /** Does the work in the company of others; false when it threw, and all of them have to be undone. */
    boolean runTogether(Handle handle) {
        var mine = new Transaction(handle, lanes);
        try {
            result = work.apply(mine);
            transaction = mine;
            return true;
        } catch (RuntimeException | Error e) {
            return false; // it will say so again alone
        }
    }

    /** Does the work behind a savepoint of its own; what it throws undoes it alone. */
    void runAlone(Handle handle) {
        for (int attempt = 1; !tried(handle) && attempt < TRIES && isChosen(failure); attempt++) {
            failure = null;
        }
    }

    private boolean tried(Handle handle) {
        handle.savepoint("unit");
        var mine = new Transaction(handle, lanes);
        try {
            result = work.apply(mine);
            transaction = mine;
            handle.releaseSavepoint("unit");
            return true;
        } catch (RuntimeException | Error e) {
            failure = e;
            handle.rollbackToSavepoint("unit");
            return false;
        }
    }

    private static boolean isChosen(@Nullable Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && sql.getSQLState() != null && CHOSEN.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The group is on disk. */
    void succeed() {
        var broken = failure;
        if (broken != null) {
            outcome.failed(
                    broken instanceof JdbiException failed
                            ? StoreAway.orRefused(Wording.of("writing to the store"), failed)
                            : broken);
            return;
        }
        if (transaction != null) {
            transaction.done();
        }
        outcome.durable(result);
    }

    void fail(Throwable e) {
        outcome.failed(e);
    }
}
