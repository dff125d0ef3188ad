package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.journal.Happening.Received;
import io.renhua.message.ConversationId;
import io.renhua.store.Database;
import io.renhua.store.LooseDisk;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No platform is told that we have its message before the disk has it. */
class AcknowledgementTest {
    @TempDir
    private Path folder;

    @Test
    void comesOnceH2HasForcedItsFile() throws Exception {
        try (var disk = LooseDisk.in(folder);
                var house = House.open(folder, disk.store())) {
            comesOnce(house, new Gate(disk::hold, disk::isWaitedFor, disk::letGo));
        }
    }

    @Test
    void comesOncePostgresHasCommitted() throws Exception {
        var place = Database.POSTGRESQL.fresh();
        try (var house = House.open(folder, place);
                var guard = DriverManager.getConnection(place.url(), place.user(), place.password())) {
            execute(guard, """
                    create function wait_for_the_guard() returns trigger language plpgsql as
                      $$ begin perform pg_advisory_lock_shared(42); perform pg_advisory_unlock_shared(42); return null; end $$;
                    create constraint trigger slow_commit after insert on inbox deferrable initially deferred
                      for each row execute function wait_for_the_guard()""");
            comesOnce(
                    house,
                    new Gate(
                            () -> execute(guard, "select pg_advisory_lock(42)"),
                            () -> waits(guard),
                            () -> execute(guard, "select pg_advisory_unlock(42)")));
        }
    }

    /** What stands between a commit and the disk. */
    private record Gate(Act shut, Look isWaitedFor, Act open) {}

    @FunctionalInterface
    private interface Act {
        void go() throws SQLException;
    }

    @FunctionalInterface
    private interface Look {
        boolean see() throws SQLException;
    }

    private static void comesOnce(House house, Gate gate) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var knock : knocks(house)) {
                gate.shut().go();
                try {
                    var answer = threads.submit(() -> house.send(knock).statusCode());
                    await().until(() -> gate.isWaitedFor().see());
                    assertThat(answer.get()).as("the disk does not get it").isEqualTo(503);
                } finally {
                    gate.open().go(); // or no house closes
                }

                await().until(() -> house.send(knock).statusCode() == 200);
            }
        }
        for (var person : List.of("mo-line/Ufirst", "mo-telegram/300001234", "mo-slack/DU1234")) {
            assertThat(house.happened(ConversationId.parse(person), Received.class))
                    .as(person)
                    .hasSize(1);
        }
    }

    private static List<Knock> knocks(House house) {
        return List.of(
                Knocks.line("Ufirst", "first", "推薦一本書"),
                Knocks.telegram("300001234", "801234", "推薦一本書"),
                Knocks.slack("U1234", "Ev1234", "推薦一本書", house.clock().instant()));
    }

    private static boolean waits(Connection guard) throws SQLException {
        try (var statement = guard.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and objid = 42 and not granted")) {
            rows.next();
            return rows.getInt(1) > 0;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
