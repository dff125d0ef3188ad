package io.renhua.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;

/** The databases that everything must hold on. Each store is a new one, gone when the tests are over. */
public enum Database {
    H2 {
        @Override
        public StoreSettings fresh() {
            return StoreSettings.inMemory("test-" + UUID.randomUUID());
        }
    },
    POSTGRESQL {
        @Override
        public StoreSettings fresh() {
            var name = "test_" + UUID.randomUUID().toString().replace('-', '_');
            Postgres.execute("create database " + name + " template " + Postgres.TEMPLATE);
            return Postgres.settings(name);
        }
    };

    /** A database of its own, with our tables in it or ready to be. */
    public abstract StoreSettings fresh();

    public Store open() {
        return Store.open(fresh());
    }

    /** One server for all tests. */
    private static final class Postgres {
        static final String TEMPLATE = "renhua_template";
        private static final EmbeddedPostgres SERVER = start();

        private Postgres() {}

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "400")
                        .setServerConfig("fsync", "on") // it has these off, and we refuse that
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                execute(server, "create database " + TEMPLATE);
                Store.open(settings(server, TEMPLATE)).close();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void execute(String sql) {
            execute(SERVER, sql);
        }

        private static void execute(EmbeddedPostgres server, String sql) {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static StoreSettings settings(String database) {
            return settings(SERVER, database);
        }

        private static StoreSettings settings(EmbeddedPostgres server, String database) {
            return StoreSettings.postgres(server.getJdbcUrl("postgres", database), "postgres", "postgres");
        }
    }
}
