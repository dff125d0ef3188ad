package io.renhua.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;

/** The one database: reads go side by side, writes go through one writer that makes them durable in groups. */
public final class Store implements AutoCloseable {
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final GroupCommit writer;

    private Store(HikariDataSource pool, int queue) {
        this.pool = pool;
        this.jdbi = jdbi(pool);
        this.writer = new GroupCommit(jdbi, queue);
    }

    /** Instants are written and read in UTC, whatever the machine's zone; failures do not repeat what was bound. */
    private static Jdbi jdbi(HikariDataSource pool) {
        var jdbi = Jdbi.create(pool);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.registerArgument(new UtcInstants());
        jdbi.registerColumnMapper(Instant.class, (rows, column, context) -> {
            var at = rows.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        });
        return jdbi;
    }

    /** Opens the database, brings its tables up to date, and refuses one that would lose what it acknowledged. */
    public static Store open(StoreSettings settings) {
        var pool = pool(settings);
        try {
            Flyway.configure(Store.class.getClassLoader())
                    .dataSource(pool)
                    .load()
                    .migrate();
            var store = new Store(pool, settings.queue());
            Durability.check(store);
            return store;
        } catch (FlywayException e) {
            pool.close();
            throw new StoreAway("bringing the store's tables up to date", e);
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
        config.setMaximumPoolSize(12);
        config.setConnectionTimeout(2_000);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StoreAway("opening the store", e);
        }
    }

    /** Reads. Throws {@link StoreAway} when the database does not answer. */
    public <T> T read(Function<Handle, T> query) {
        try {
            return jdbi.withHandle(query::apply);
        } catch (JdbiException e) {
            throw new StoreAway("reading from the store", e);
        }
    }

    /**
     * Does a unit of work and returns once it is durable. Units are done one after another, so what one reads no other
     * changes before it is done. What the work throws comes back unchanged, and nothing of it is kept.
     *
     * @throws StoreAway when it could not be made durable; then nothing of it is kept
     */
    public <T> T commit(Function<Transaction, T> work) {
        return writer.commit(work);
    }

    /** As {@link #commit}, for work without a result. */
    public void write(Consumer<Transaction> work) {
        writer.commit(transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    /** How many commits wait for the writer. */
    public int waiting() {
        return writer.waiting();
    }

    /** Whether the database answers. */
    public boolean answers() {
        try {
            return read(handle ->
                            handle.createQuery("select 1").mapTo(Integer.class).one())
                    == 1;
        } catch (StoreAway e) {
            return false; // that is the answer
        }
    }

    /** Finishes what was begun, then closes. */
    @Override
    public void close() {
        writer.close();
        pool.close();
    }
}
