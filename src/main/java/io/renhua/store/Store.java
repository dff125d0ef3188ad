package io.renhua.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/**
 * The one database: reads go side by side, writes go through writers that make them durable in groups. Work that belongs to a
 * conversation names it as its lane: in one lane nothing is written side by side, by no node, and in the order in which it
 * was asked for here.
 */
public final class Store implements Queries, AutoCloseable {
    private static final List<String> NO_LANE = List.of();
    private static final Duration LAST_READ = Duration.ofSeconds(1);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(1);

    private final HikariDataSource pool;
    private final DataSource source;
    private final Jdbi jdbi;
    private final GroupCommit writers;
    private final Bell bell;
    private final Engine engine;
    private volatile boolean closing;

    private Store(DataSource source, HikariDataSource pool, StoreSettings settings) {
        this.pool = pool;
        this.source = source;
        this.jdbi = jdbi(source);
        this.engine = settings.engine();
        this.writers = new GroupCommit(jdbi, engine, settings.queue());
        this.bell = shared() ? new PostgresBell(settings) : Bell.NONE;
    }

    /** Instants are written and read in UTC, whatever the machine's zone; failures do not repeat what was bound. */
    private static Jdbi jdbi(DataSource pool) {
        var jdbi = Jdbi.create(pool);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.registerArgument(new UtcInstants());
        jdbi.registerArgument(new TextWithoutNul());
        jdbi.registerArrayType(String.class, "varchar");
        jdbi.registerArrayType(Long.class, "bigint");
        jdbi.registerColumnMapper(Instant.class, (rows, column, context) -> {
            var at = rows.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        });
        return jdbi;
    }

    /** Opens the database, brings its tables up to date, and refuses one that would lose what it acknowledged. */
    public static Store open(StoreSettings settings) {
        return open(settings, source -> source);
    }

    /** The same with something between us and the database, for tests of what a database may do. */
    static Store open(StoreSettings settings, Function<DataSource, DataSource> between) {
        var pool = pool(settings);
        try {
            Flyway.configure(Store.class.getClassLoader())
                    .dataSource(
                            settings.url(), settings.user(), settings.password()) // ours give up where tables are big
                    .load()
                    .migrate();
            var source = between.apply(pool);
            jdbi(source).useHandle(settings.engine()::checkDurability);
            jdbi(source).useHandle(settings.engine()::prepare);
            return new Store(source, pool, settings);
        } catch (FlywayException e) {
            pool.close();
            throw new StoreAway(Wording.of("bringing the store's tables up to date"), e);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(StoreSettings settings) {
        var config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setPoolName("store");
        config.setConnectionTimeout(2_000);
        settings.engine().configure(config);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StoreAway(NoEntry.sentence(settings.engine(), e));
        }
    }

    /** Whether other nodes may work on the same database. */
    public boolean shared() {
        return engine == Engine.POSTGRESQL;
    }

    /** What nodes tell each other by. */
    public Bell bell() {
        return bell;
    }

    /** Reads. Throws {@link StoreAway} when the database does not answer. */
    public <T> T read(Function<Handle, T> query) {
        mustBeOpen();
        try {
            return jdbi.withHandle(query::apply);
        } catch (JdbiException e) {
            throw new StoreAway(Wording.of("reading from the store"), e);
        }
    }

    /** Throws {@link StoreAway} when the database does not answer. */
    @Override
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
        mustBeOpen();
        try (var connection = source.getConnection()) {
            return Statements.list(connection, sql, reader, values);
        } catch (SQLException | JdbiException e) {
            throw new StoreAway(Wording.of("reading from the store"), e);
        }
    }

    /**
     * Does a unit of work that belongs to no lane, and returns once it is durable. What the work throws comes back unchanged,
     * and nothing of it is kept. It may be begun more than once.
     *
     * @throws StoreAway when it could not be made durable; then nothing of it is kept
     */
    public <T> T commit(Function<Transaction, T> work) {
        return await(NO_LANE, work);
    }

    /** The same in a lane: what it reads there, nobody changes before it is done. */
    public <T> T commit(String lane, Function<Transaction, T> work) {
        return await(List.of(lane), work);
    }

    /** The same in several lanes. */
    public <T> T commit(List<String> lanes, Function<Transaction, T> work) {
        return await(lanes, work);
    }

    /** As {@link #commit(Function)}, for work without a result. */
    public void write(Consumer<Transaction> work) {
        await(NO_LANE, done(work));
    }

    /** As {@link #commit(String, Function)}, for work without a result. */
    public void write(String lane, Consumer<Transaction> work) {
        await(List.of(lane), done(work));
    }

    /** As {@link #commit(List, Function)}, for work without a result. */
    public void write(List<String> lanes, Consumer<Transaction> work) {
        await(lanes, done(work));
    }

    /** What is told once, on a writer's thread: must be quick. */
    public interface Outcome {
        void durable();

        /** Nothing of it is kept, unless the answer to a commit was lost: see {@link StoreAway}. */
        void failed(Throwable failure);
    }

    /**
     * As {@link #write(String, Consumer)}, but comes back at once and tells later; for who can come again, and is turned away
     * sooner where commits hang.
     *
     * @throws StoreAway when it is turned away at once; then nobody is told
     */
    public void submit(String lane, Consumer<Transaction> work, Outcome outcome) {
        writers.submit(
                new Unit<>(List.of(lane), done(work), new Unit.Outcome<Boolean>() {
                    @Override
                    public void durable(@Nullable Boolean result) {
                        outcome.durable();
                    }

                    @Override
                    public void failed(Throwable failure) {
                        outcome.failed(failure);
                    }
                }),
                GroupCommit.HURRY);
    }

    private static Function<Transaction, Boolean> done(Consumer<Transaction> work) {
        return transaction -> {
            work.accept(transaction);
            return true;
        };
    }

    private <T> T await(List<String> lanes, Function<Transaction, T> work) {
        var outcome = new Awaited<T>();
        writers.submit(new Unit<>(lanes, work, outcome), GroupCommit.PATIENCE);
        return outcome.await();
    }

    private static final class Awaited<T> implements Unit.Outcome<T> {
        private final CompletableFuture<T> told = new CompletableFuture<>();

        @Override
        public void durable(@Nullable T result) {
            told.complete(result);
        }

        @Override
        public void failed(Throwable failure) {
            told.completeExceptionally(failure);
        }

        T await() {
            try {
                return told.join();
            } catch (CompletionException e) {
                switch (e.getCause()) {
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw e;
                }
            }
        }
    }

    /** A small write that belongs to no conversation and may not wait behind the others: it is durable on return. */
    public <T> T beside(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (JdbiException e) {
            throw new StoreAway(Wording.of("writing to the store"), e);
        }
    }

    /** Waits until those who are writing to a table now, on any node, have ended; what they wrote is to be read then. */
    public void awaitWriters(String table) {
        try {
            engine.awaitWriters(jdbi, table);
        } catch (JdbiException e) {
            throw new StoreAway(Wording.of("reading from the store"), e);
        }
    }

    /** How many commits wait for a writer. */
    public int waiting() {
        return writers.waiting();
    }

    /** What became of commits since the start. */
    public Commits commits() {
        return writers.commits();
    }

    /** Whether somebody is there to make commits durable; once nobody is, only a new start helps. */
    public boolean writes() {
        return writers.lives();
    }

    /** Whether the database answers, and commits are taken. */
    public boolean answers() {
        try {
            return writers.healthy()
                    && read(handle -> handle.createQuery("select 1")
                                    .mapTo(Integer.class)
                                    .one())
                            == 1;
        } catch (StoreAway e) {
            return false; // that is the answer
        }
    }

    /**
     * Writes everything, as it is at one moment, into a new archive that only we may read, while work goes on.
     *
     * @throws StoreAway when it cannot, in words
     */
    public void backUp(Path archive) {
        if (shared()) {
            throw new StoreAway(Wording.of("a PostgreSQL is backed up by its own tools, such as pg_dump"));
        }
        OwnFile.create(archive);
        read(handle -> handle.execute("backup to ?", archive.toString()));
    }

    /** Finishes what was begun, then closes: H2 gives back room only once nobody is in the middle of a read. */
    @Override
    public void close() {
        writers.close();
        bell.close();
        closing = true;
        awaitReaders();
        pool.close();
    }

    private void awaitReaders() {
        long end = System.nanoTime() + LAST_READ.toNanos();
        var connections = pool.getHikariPoolMXBean();
        while (connections.getActiveConnections() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOKS_EVERY.toNanos());
        }
    }

    private void mustBeOpen() {
        if (closing) {
            throw new StoreAway(Wording.of("the store is closing"));
        }
    }
}
