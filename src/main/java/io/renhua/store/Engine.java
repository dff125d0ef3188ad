package io.renhua.store;

import com.zaxxer.hikari.HikariConfig;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the two databases do differently. */
enum Engine {
    /** In our own process and ours alone: one writer, so that nothing is ever written beside it. */
    H2(1) {
        @Override
        void configure(HikariConfig pool) {
            pool.setMaximumPoolSize(12);
            pool.setExceptionOverride(new GoneInH2());
        }

        @Override
        void force(Handle handle) {
            handle.execute("checkpoint sync");
        }

        @Override
        void prepare(Handle handle) {
            handle.execute("alter table inbox alter column id set cache " + NUMBERS);
            handle.execute("alter table outbox alter column id set cache " + NUMBERS);
            handle.execute("alter table journal alter column seq set cache " + NUMBERS);
        }

        @Override
        void lock(Handle handle, List<String> lanes) {}

        @Override
        void awaitWriters(Jdbi jdbi, String table) {} // the only writer there is has ended where this is asked

        @Override
        void checkDurability(Handle handle) {
            var settings = handle.createQuery("""
                            select setting_name, setting_value from information_schema.settings
                            where setting_name in ('WRITE_DELAY', 'MODE')""").reduceRows(new HashMap<String, String>(), (map, row) -> {
                map.put(row.getColumn("setting_name", String.class), row.getColumn("setting_value", String.class));
                return map;
            });
            require(settings, "WRITE_DELAY", "0");
            require(settings, "MODE", "PostgreSQL");
        }

        private static void require(Map<String, String> settings, String name, String value) {
            if (!value.equals(settings.get(name))) {
                throw new UnfitStore(Wording.of(
                        "renhua.store.url drops %s=%s, without which acknowledged messages can be lost; put ;%s=%s back",
                        name, value, name, value));
            }
        }
    },

    /** Shared with other nodes: several writers, and locks where two must not write at once. */
    POSTGRESQL(4) {
        @Override
        void configure(HikariConfig pool) {
            pool.setMaximumPoolSize(16);
            pool.setMinimumIdle(4); // each is a process over there, and a quiet node needs no more
            pool.addDataSourceProperty("ApplicationName", "renhua");
            pool.addDataSourceProperty("tcpKeepAlive", "true");
            pool.addDataSourceProperty("connectTimeout", "3");
            pool.addDataSourceProperty("socketTimeout", "15");
            // a node that freezes in the middle of a transaction must not keep the others from its conversations
            pool.setConnectionInitSql(
                    "set idle_in_transaction_session_timeout = '5s'; set statement_timeout = '10s'; set timezone = 'UTC'");
        }

        @Override
        void prepare(
                Handle handle) {} // here each session would take numbers of its own, and their order is an order to us

        @Override
        void force(Handle handle) {} // the commit has forced it

        // in the order of their numbers everywhere, so that no two transactions wait for each other
        @Override
        void lock(Handle handle, List<String> lanes) {
            if (!lanes.isEmpty()) {
                handle.createQuery("""
                                select count(pg_advisory_xact_lock(lane)) from (
                                  select distinct hashtextextended(name, 0) as lane from unnest(:lanes) as name
                                  order by 1) as lanes""")
                        .bindArray("lanes", String.class, lanes)
                        .mapTo(Long.class)
                        .one();
            }
        }

        @Override
        void awaitWriters(Jdbi jdbi, String table) {
            long end = System.nanoTime() + LONGEST_TRANSACTION.toNanos();
            var writing = jdbi.withHandle(handle -> writers(handle, table));
            while (!writing.isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new StoreAway(Wording.of("somebody writes to %s and does not come to an end", table));
                }
                LockSupport.parkNanos(LOOKS_EVERY_NANOS);
                writing.retainAll(jdbi.withHandle(handle -> writers(handle, table)));
            }
        }

        // the transactions that have written to a table, or are about to
        private static Set<String> writers(Handle handle, String table) {
            return new HashSet<>(handle.createQuery("""
                            select virtualtransaction from pg_locks
                            where database = (select oid from pg_database where datname = current_database())
                              and relation = to_regclass(:table) and mode = 'RowExclusiveLock' and granted""")
                    .bind("table", table)
                    .mapTo(String.class)
                    .list());
        }

        @Override
        void checkDurability(Handle handle) {
            int version = handle.createQuery("select cast(current_setting('server_version_num') as integer)")
                    .mapTo(Integer.class)
                    .one();
            if (version < OLDEST) {
                throw new UnfitStore(Wording.of(
                        "renhua.store.url: that is PostgreSQL %s, and some of what is asked of it only 15 and later"
                                + " know; bring it up to date",
                        version / 10_000));
            }
            require(handle, "fsync");
            require(handle, "synchronous_commit");
            require(handle, "full_page_writes");
        }

        private static void require(Handle handle, String setting) {
            var value = handle.createQuery("select current_setting(:name)")
                    .bind("name", setting)
                    .mapTo(String.class)
                    .one();
            if (value.equals("off")) {
                throw new UnfitStore(Wording.of(
                        "renhua.store.url: the server has %s off, with which acknowledged messages can be lost; set it"
                                + " to on",
                        setting));
            }
        }
    };

    /** The first PostgreSQL that merges rows in one statement. */
    private static final int OLDEST = 150_000;

    /** Longer than the database lets any of ours be. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(15);

    private static final long LOOKS_EVERY_NANOS = 2_000_000;

    /** Each time that so many are used up H2 commits beside us; a crash leaves a gap of at most that many. */
    private static final int NUMBERS = 100_000;

    private final int writers;

    Engine(int writers) {
        this.writers = writers;
    }

    static Engine of(String url) {
        return url.startsWith("jdbc:postgresql:") ? POSTGRESQL : H2;
    }

    /** How many may write side by side. */
    int writers() {
        return writers;
    }

    abstract void configure(HikariConfig pool);

    /** Readies the tables, once they are up to date. */
    abstract void prepare(Handle handle);

    /** Forces what was committed to disk. */
    abstract void force(Handle handle);

    /** Keeps everybody else out of these lanes until the transaction ends. */
    abstract void lock(Handle handle, List<String> lanes);

    /** Waits until those who are writing to a table now have ended, and keeps nobody from it. */
    abstract void awaitWriters(Jdbi jdbi, String table);

    /** Refuses a database that acknowledges what it has not written. */
    abstract void checkDurability(Handle handle);
}
