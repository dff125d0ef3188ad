package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Settled;
import io.renhua.message.ConversationId;
import io.renhua.store.Database;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody has every connection to the database and gives none back, or the one that a writer waits with: platforms hear soon,
 * and it ends with the reason for it.
 */
class HeldConnectionsTest {
    /** More than the pool has. */
    private static final int GREEDY = 24;

    /** Two seconds are promised; a machine that builds something besides may take as long again. */
    private static final Duration SOON = Duration.ofSeconds(4);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void areTakenOrToldAndNoThreadsPileUpAndItGoesOnByItself(Database database) throws Exception {
        try (var house = House.open(folder, database.fresh());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(answer(house, 0)).isEqualTo(200);
            var answers = new ArrayList<Integer>();
            var over = new CountDownLatch(1);
            hold(house.get(Store.class), threads, over);
            int before = ManagementFactory.getThreadMXBean().getThreadCount();

            for (int person = 1; person <= 40; person++) {
                answers.add(answer(house, person));
            }
            int meanwhile = ManagementFactory.getThreadMXBean().getThreadCount();
            assertThat(house.get(Store.class).answers()).isFalse();
            over.countDown();

            await().atMost(SOON).until(() -> answer(house, 100) == 200);
            await().until(() -> isAnswered(house, 100));
            assertThat(answers).allMatch(status -> status == 200 || status == 503);
            assertThat(meanwhile).isBetween(before - 5, before + 5);
            for (int person = 1; person <= answers.size(); person++) {
                if (answers.get(person - 1) == 200) {
                    int taken = person;
                    assertThat(house.happened(person(taken), Received.class)).hasSize(1);
                    await().until(() -> isAnswered(house, taken));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void areToldAndNothingPilesUpBehindACommitThatHangs(Database database) throws Exception {
        var place = database.fresh();
        try (var house = House.open(folder, place);
                var guard = DriverManager.getConnection(place.url(), place.user(), place.password())) {
            assertThat(answer(house, 0)).isEqualTo(200);
            stop(guard, database);
            try {
                assertThat(answer(house, 0, "hangs")).isEqualTo(503);
                int waiting = house.get(Store.class).waiting();

                for (int copy = 0; copy < 10; copy++) {
                    assertThat(answer(house, 0, "late-" + copy)).isEqualTo(503);
                    assertThat(house.get(Store.class).waiting()).isLessThanOrEqualTo(waiting);
                }
            } finally {
                letGo(guard, database);
            }
            await().atMost(SOON).until(() -> answer(house, 0, "hangs") == 200);
            await().untilAsserted(() -> assertThat(house.happened(person(0), Received.class))
                    .extracting(Received::messageId)
                    .filteredOn(id -> id.contains("hangs"))
                    .hasSize(1));
        }
    }

    /** Whoever has a connection waits with it, our writers among them. */
    private static void stop(Connection guard, Database database) throws SQLException {
        guard.setAutoCommit(false);
        execute(
                guard,
                database == Database.H2 ? "set exclusive 1" : "lock table inbox, taken in access exclusive mode");
    }

    private static void letGo(Connection guard, Database database) throws SQLException {
        if (database == Database.H2) {
            execute(guard, "set exclusive 0");
        }
        guard.rollback();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int answer(House house, int person) {
        return answer(house, person, "held-" + person);
    }

    private static int answer(House house, int person, String id) {
        long asked = System.nanoTime();
        var status =
                house.send(Knocks.line(person(person).thread(), id, "推薦一本書")).statusCode();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(SOON);
        return status;
    }

    private static ConversationId person(int number) {
        return new ConversationId("mo-line", "Uheld" + number);
    }

    private static boolean isAnswered(House house, int person) {
        return !house.happened(person(person), Settled.class).isEmpty();
    }

    /** Comes back once there is no connection left; whatever is given back meanwhile is taken too. */
    private static void hold(Store store, ExecutorService threads, CountDownLatch over) {
        for (int each = 0; each < GREEDY; each++) {
            var _ = threads.submit(() -> {
                while (over.getCount() > 0) {
                    take(store, over);
                }
            });
        }
        await().until(() -> !store.answers());
    }

    private static void take(Store store, CountDownLatch over) {
        try {
            store.read(handle -> {
                try {
                    over.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return true;
            });
        } catch (StoreAway e) {
            // there was none for two seconds: asks again
        }
    }
}
