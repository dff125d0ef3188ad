package io.renhua.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
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

    /** Else it could not give back the room of what was let go, which H2 does as the last thing. */
    @Test
    void hasClosedItsFileOnceItIsClosedThoughPeopleWereReading(@TempDir Path folder) throws Exception {
        var store = Store.open(StoreSettings.inFolder(folder));
        var begun = new CountDownLatch(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < 8; reader++) {
                var _ = threads.submit(() -> readUntilItIsClosed(store, begun));
            }
            begun.await();

            store.close();

            try (var file = FileChannel.open(folder.resolve("renhua.mv.db"), StandardOpenOption.WRITE);
                    var lock = file.tryLock()) {
                assertThat(lock).as("nobody has it open any more").isNotNull();
            }
        }
    }

    private static void readUntilItIsClosed(Store store, CountDownLatch begun) {
        try {
            while (true) {
                store.list("select count(*) from system_range(1, 100000)", row -> row.getLong(1));
                begun.countDown();
            }
        } catch (StoreAway e) {
            // which is what it waited for
        }
    }
}
