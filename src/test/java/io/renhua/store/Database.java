package io.renhua.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/** The databases that everything must hold on. Each store is a new one, gone when the tests are over. */
public enum Database {
    H2 {
        @Override
        public StoreSettings fresh() {
            return StoreSettings.inMemory("test-" + UUID.randomUUID());
        }

        @Override
        public StoreSettings lasting(Path folder) {
            return StoreSettings.inFolder(folder);
        }
    },
    POSTGRESQL {
        @Override
        public StoreSettings fresh() {
            return Postgres.fresh();
        }

        @Override
        public StoreSettings lasting(Path folder) {
            return fresh();
        }
    };

    /** A database of its own, with our tables in it or ready to be. */
    public abstract StoreSettings fresh();

    /** One that is found again after it was closed: in a folder of its own, where a file is all there is to it. */
    public abstract StoreSettings lasting(Path folder);

    public Store open() {
        return Store.open(fresh());
    }

    /** A PostgreSQL that asks this user for a password, {@code right}; all others need none. */
    public static final String GUARDED = "guarded";

    /** One server for all tests. */
    private static final class Postgres {
        private static final String TEMPLATE = "renhua_template";

        /** So many are kept: nobody goes back to an older one, and each takes eight megabytes. */
        private static final int KEPT = 12;

        private static final EmbeddedPostgres SERVER = start();
        private static final Deque<String> DATABASES = new ArrayDeque<>();

        private Postgres() {}

        private static EmbeddedPostgres start() {
            try {
                var folder = folder();
                var server = EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setServerConfig("max_connections", "400")
                        .setServerConfig("fsync", "on") // it has these off, and we refuse that
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_wal_size", "256MB")
                        .start();
                askForPasswords(server, folder.resolve("pg_hba.conf"));
                execute(server, "create database " + TEMPLATE);
                Store.open(settings(server, TEMPLATE)).close();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void askForPasswords(EmbeddedPostgres server, Path rules) throws IOException {
            Files.writeString(rules, "host all " + GUARDED + " all scram-sha-256\n" + Files.readString(rules));
            execute(server, "create role " + GUARDED + " login password 'right'");
            execute(server, "select pg_reload_conf()");
        }

        /** In memory, where there is a folder for that: a disk takes a second to write each new database down. */
        private static Path folder() throws IOException {
            var memory = Path.of("/dev/shm");
            boolean roomy =
                    Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > 2_000_000_000L;
            return roomy ? Files.createTempDirectory(memory, "renhua-pg") : Files.createTempDirectory("renhua-pg");
        }

        static synchronized StoreSettings fresh() {
            var name = "test_" + UUID.randomUUID().toString().replace('-', '_');
            execute(SERVER, "create database " + name + " template " + TEMPLATE + " strategy file_copy");
            DATABASES.addLast(name);
            if (DATABASES.size() > KEPT) {
                execute(SERVER, "drop database " + DATABASES.removeFirst() + " with (force)");
            }
            return settings(SERVER, name);
        }

        private static void execute(EmbeddedPostgres server, String sql) {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static StoreSettings settings(EmbeddedPostgres server, String database) {
            return StoreSettings.postgres(server.getJdbcUrl("postgres", database), "postgres", "postgres");
        }
    }
}
