package io.renhua.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer thread that takes all waiting units of work, does them in one transaction, forces it to disk, and only then
 * lets their callers go on. A unit that fails is undone alone.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int GROUP = 256;

    private final Jdbi jdbi;
    private final BlockingQueue<Unit<?>> waiting;
    private final Thread writer;
    private volatile boolean closing;
    private volatile boolean ended;
    private @Nullable Handle open; // the writer thread's own

    GroupCommit(Jdbi jdbi, int queue) {
        this.jdbi = jdbi;
        this.waiting = new ArrayBlockingQueue<>(queue);
        this.writer = Thread.ofPlatform().name("store-writer").start(this::run);
    }

    <T> T commit(Function<Transaction, T> work) {
        var unit = new Unit<>(work);
        if (closing || !waiting.offer(unit)) {
            throw new StoreAway(closing ? "the store is closing" : "too many commits are waiting");
        }
        if (ended) {
            unit.fail(new StoreAway("the store is closed")); // it may have come after the writer's last look
        }
        return unit.await();
    }

    int waiting() {
        return waiting.size();
    }

    private void run() {
        var group = new ArrayList<Unit<?>>(GROUP);
        while (!closing || !waiting.isEmpty()) {
            try {
                group.add(waiting.take());
                waiting.drainTo(group, GROUP - 1);
                commit(group);
            } catch (InterruptedException e) {
                // nobody interrupts the writer; the loop's condition decides whether anything is left to do
            } finally {
                group.clear();
            }
        }
        letGo();
        ended = true;
        waiting.forEach(unit -> unit.fail(new StoreAway("the store is closed")));
    }

    private void commit(List<Unit<?>> group) {
        try {
            var handle = handle();
            handle.begin();
            group.forEach(unit -> unit.run(handle));
            handle.commit();
            handle.execute("checkpoint sync");
        } catch (RuntimeException | Error e) { // whatever it was, the writer goes on and nobody waits for ever
            var away = new StoreAway("committing to the store", e);
            LOG.warn("{} commits failed together, {}", group.size(), away.getMessage());
            letGo();
            group.forEach(unit -> unit.fail(away));
            return;
        }
        group.forEach(Unit::succeed);
    }

    private Handle handle() {
        var handle = open;
        if (handle == null) {
            handle = jdbi.open();
            open = handle;
        }
        return handle;
    }

    private void letGo() {
        var handle = open;
        open = null;
        if (handle != null) {
            try {
                handle.close(); // rolls back what is not committed
            } catch (RuntimeException e) {
                LOG.debug("closing a broken connection: {}", e.getClass().getSimpleName());
            }
        }
    }

    /** Never interrupts the writer: in the middle of a write that would close the database's file. */
    @Override
    public void close() {
        closing = true;
        var _ = waiting.offer(
                new Unit<>(transaction -> true)); // wakes a writer that waits; a full queue keeps it awake
        try {
            writer.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Unit<T> {
        private final Function<Transaction, T> work;
        private final CompletableFuture<T> outcome = new CompletableFuture<>();
        private @Nullable Transaction transaction;
        private @Nullable T result;
        private @Nullable Throwable failure;

        Unit(Function<Transaction, T> work) {
            this.work = work;
        }

        void run(Handle handle) {
            handle.savepoint("unit");
            var mine = new Transaction(handle);
            try {
                result = work.apply(mine);
                transaction = mine;
                handle.releaseSavepoint("unit");
            } catch (RuntimeException | Error e) {
                failure = e;
                handle.rollbackToSavepoint("unit");
            }
        }

        void succeed() {
            var broken = failure;
            if (broken != null) {
                fail(
                        broken instanceof JdbiException failed
                                ? StoreAway.orRefused("writing to the store", failed)
                                : broken);
                return;
            }
            if (transaction != null) {
                transaction.done();
            }
            outcome.complete(result);
        }

        void fail(Throwable e) {
            outcome.completeExceptionally(e);
        }

        T await() {
            try {
                return outcome.join();
            } catch (CompletionException e) {
                switch (e.getCause()) {
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw e;
                }
            }
        }
    }
}
