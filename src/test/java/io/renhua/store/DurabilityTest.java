package io.renhua.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that acknowledges what it has not written is refused at the start; one that went away is taken back. */
class DurabilityTest {
    @Test
    void refusesAnAddressThatDropsDurability(@TempDir Path folder) {
        var lazy = "jdbc:h2:file:" + folder.resolve("lazy") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";

        assertThatThrownBy(() -> Store.open(StoreSettings.at(lazy))).hasMessageContaining("WRITE_DELAY=0");
    }

    @Test
    void refusesAPostgresThatCommitsBeforeItWrites() throws SQLException {
        var place = Database.POSTGRESQL.fresh();
        var name = place.url().replaceAll(".*/(\\w+)\\?.*", "$1");
        try (var connection = DriverManager.getConnection(place.url(), place.user(), place.password());
                var statement = connection.createStatement()) {
            statement.execute("alter database " + name + " set synchronous_commit = off");
        }

        assertThatThrownBy(() -> Store.open(place)).hasMessageContaining("synchronous_commit off");
    }

    @Test
    void comesBackAfterH2ClosedItsFile(@TempDir Path folder) {
        try (var store = Store.open(StoreSettings.inFolder(folder))) {
            store.write(transaction -> transaction.handle().execute("create table kept (id integer)"));

            assertThatThrownBy(() ->
                            store.write(transaction -> transaction.handle().execute("shutdown immediately")))
                    .isInstanceOf(StoreAway.class);

            await().pollInterval(Duration.ofMillis(20)).ignoreExceptions().untilAsserted(() -> {
                store.write(transaction -> transaction.handle().execute("insert into kept values (1)"));
                assertThat(store.answers()).isTrue();
            });
        }
    }
}
