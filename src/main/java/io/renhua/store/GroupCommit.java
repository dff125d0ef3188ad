package io.renhua.store;

import io.renhua.text.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writer threads that take all waiting units of work, do them in one transaction, force it to disk, and only then let their
 * callers go on. Where one fails all are done anew, and it is undone alone. While the database is away every unit is turned away at once, and the
 * writers look for it until it is back.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int GROUP = 256;
    private static final long LOOKS_EVERY_MILLIS = 250;

    /** Nothing takes longer in good health; behind that, more would only wait as long. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The same for those who rather come again than wait. */
    static final Duration HURRY = Duration.ofSeconds(1);

    /** Tells a writer at the close that nothing more comes. */
    private static final Unit<Boolean> LAST = new Unit<>(List.of(), transaction -> true, new Unit.Outcome<>() {
        @Override
        public void durable(@Nullable Boolean result) {}

        @Override
        public void failed(Throwable failure) {}
    });

    private final Jdbi jdbi;
    private final Engine engine;
    private final List<Writer> writers;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean closing;
    private volatile boolean ended;
    private volatile boolean away;
    private final AtomicReference<Commits> commits = new AtomicReference<>(Commits.NONE);

    GroupCommit(Jdbi jdbi, Engine engine, int queue) {
        this(jdbi, engine, queue, LockSupport::parkNanos);
    }

    /** @param pause keeps a writer for so many nanoseconds, so that others join its group */
    GroupCommit(Jdbi jdbi, Engine engine, int queue, LongConsumer pause) {
        this.jdbi = jdbi;
        this.engine = engine;
        this.writers = IntStream.range(0, engine.writers())
                .mapToObj(number ->
                        new Writer("store-writer-" + number, Math.ceilDiv(queue, engine.writers()), new Company(pause)))
                .toList();
        writers.forEach(writer -> writer.thread.start());
    }

    /**
     * Lets a unit wait for a writer; comes back at once.
     *
     * @param patience how old the oldest may be that the writer has before it
     * @throws StoreAway when it cannot be taken
     */
    void submit(Unit<?> unit, Duration patience) {
        var writer = writerFor(unit);
        var hindrance = hindrance(writer, patience);
        if (hindrance != null || !writer.waiting.offer(unit)) {
            throw new StoreAway(hindrance == null ? Wording.of("too many commits are waiting") : hindrance);
        }
        if (ended && writer.waiting.remove(unit)) {
            throw new StoreAway(Wording.of("the store is closed")); // it came after the writers' last look
        }
    }

    /** A lane's work goes to one writer, and so keeps its order. */
    private Writer writerFor(Unit<?> unit) {
        int number = unit.lanes().isEmpty()
                ? turn.getAndIncrement()
                : unit.lanes().getFirst().hashCode();
        return writers.get(Math.floorMod(number, writers.size()));
    }

    private @Nullable Wording hindrance(Writer writer, Duration patience) {
        if (closing) {
            return Wording.of("the store is closing");
        }
        if (away) {
            return Wording.of("the store is away");
        }
        var oldest = writer.oldest();
        return oldest != null && System.nanoTime() - oldest.since > patience.toNanos()
                ? Wording.of("the store does not answer")
                : null;
    }

    int waiting() {
        return writers.stream().mapToInt(writer -> writer.waiting.size()).sum();
    }

    /** Whether somebody is there to write; once nobody is, only a new start helps. */
    boolean lives() {
        return writers.stream().allMatch(writer -> writer.thread.isAlive());
    }

    Commits commits() {
        return commits.get();
    }

    /** Whether the last thing heard of the database was good, and somebody is there to write. */
    boolean healthy() {
        return lives() && writers.stream().allMatch(writer -> hindrance(writer, PATIENCE) == null);
    }

    private void turnAway(StoreAway why) {
        var those = new ArrayList<Unit<?>>();
        writers.forEach(writer -> writer.waiting.drainTo(those));
        those.forEach(unit -> unit.fail(why));
    }

    /** Never interrupts a writer: in the middle of a write that would close H2's file. */
    @Override
    public void close() {
        closing = true;
        writers.forEach(writer -> writer.waiting.offer(LAST));
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            for (var writer : writers) {
                writer.thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended = true;
        turnAway(new StoreAway(Wording.of("the store is closed")));
    }

    private final class Writer implements Runnable {
        private final BlockingQueue<Unit<?>> waiting;
        private final Thread thread;
        private volatile @Nullable Unit<?> inHand;
        private @Nullable Handle open; // this thread's own
        private boolean told; // and this
        private final Company company; // and this

        Writer(String name, int queue, Company company) {
            this.company = company;
            this.waiting = new ArrayBlockingQueue<>(queue);
            this.thread = Thread.ofPlatform().name(name).unstarted(this);
        }

        @Override
        public void run() {
            var group = new ArrayList<Unit<?>>(GROUP);
            while (!told && (!closing || !waiting.isEmpty())) {
                try {
                    if (gather(group)) {
                        inHand = group.getFirst();
                        commit(group);
                    }
                } catch (InterruptedException e) {
                    // nobody interrupts a writer; the loop's condition decides whether anything is left to do
                } finally {
                    inHand = null;
                    group.clear();
                }
            }
            letGo();
        }

        /** What it has had for the longest time. */
        private @Nullable Unit<?> oldest() {
            var current = inHand;
            return current == null ? waiting.peek() : current;
        }

        private boolean gather(List<Unit<?>> group) throws InterruptedException {
            var first = waiting.poll(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS); // a full queue lets no close be seen
            if (first == null) {
                return false;
            }
            group.add(first);
            waiting.drainTo(group, GROUP - 1);
            if (company.isExpected() && group.size() < GROUP && !closing) {
                inHand = first;
                company.await();
                waiting.drainTo(group, GROUP - group.size());
            }
            told |= group.removeIf(unit -> unit == LAST);
            return !group.isEmpty();
        }

        private void commit(List<Unit<?>> group) throws InterruptedException {
            long begun = System.nanoTime();
            try {
                var handle = handle();
                begin(handle, group);
                if (!group.stream().allMatch(unit -> unit.runTogether(handle))) {
                    handle.rollback();
                    begin(handle, group);
                    group.forEach(unit -> unit.runAlone(handle));
                }
                handle.commit();
                engine.force(handle);
            } catch (RuntimeException | Error e) { // whatever it was, the writer goes on and nobody waits for ever
                failed(group, new StoreAway(Wording.of("committing to the store"), e));
                return;
            }
            long took = System.nanoTime() - begun;
            company.committed(group.size(), took);
            commits.updateAndGet(so -> so.andKept(group.size(), took));
            group.forEach(Unit::succeed);
        }

        private void begin(Handle handle, List<Unit<?>> group) {
            handle.begin();
            engine.lock(handle, lanes(group));
        }

        private static List<String> lanes(List<Unit<?>> group) {
            var lanes = new ArrayList<String>();
            group.forEach(unit -> lanes.addAll(unit.lanes()));
            return lanes;
        }

        private void failed(List<Unit<?>> group, StoreAway why) throws InterruptedException {
            away = true;
            LOG.warn("{} commits failed together, {}", group.size(), why.getMessage());
            letGo();
            commits.updateAndGet(so -> so.andFailed(group.size()));
            group.forEach(unit -> unit.fail(why));
            turnAway(why);
            long since = System.nanoTime();
            while (!closing && !answers()) {
                Thread.sleep(LOOKS_EVERY_MILLIS);
            }
            away = false;
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
            if (millis > LOOKS_EVERY_MILLIS) {
                LOG.info("the store is back after {} ms", millis);
            }
        }

        private boolean answers() {
            try {
                return handle().createQuery("select 1").mapTo(Integer.class).one() == 1;
            } catch (RuntimeException e) {
                letGo();
                return false; // that is the answer
            }
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
    }
}
