package io.renhua.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that acknowledges what it has not written is refused at the start. */
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
}
