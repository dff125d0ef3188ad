package trial;

import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Json;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import world.Brand;
import world.Message;
import world.Spread;

/** The store has become large. */
final class Sizes {
    private static final long FIRST = 100_000_000;
    private static final long OPENS_WITHIN = 30;

    private Sizes() {}

    /**
     * A8: very many messages wait in H2, and as many keys are older than they are kept, when the server is killed. It opens,
     * answers who writes now, and its file becomes smaller once the keys are let go. Who wrote just before waits with the others.
     */
    static void killedWhileLarge(Stage stage) throws Exception {
        if (stage.database().nodes() > 1) {
            stage.report().say("only on H2: a PostgreSQL opens by itself");
            return;
        }
        int rows = stage.size("rows", 1_000_000, 50_000);
        var node = stage.open();
        stage.warmUp();
        node.close();
        fill(stage, rows);
        long full = mebibytes(stage);
        stage.report().say("%d messages wait, and %d keys are old: %d MiB", rows, rows, full);

        node.start();
        var before = stage.messages(200, 50);
        stage.people().say(before, 20);
        node.kill();
        long tidied = tidied(stage);
        long killed = System.nanoTime();
        node.start();
        double opened = (System.nanoTime() - killed) / 1e9;
        var after = stage.messages(200, 50);
        stage.people().say(after, 20);
        awaitAnswers(stage, after);
        var vitals = node.process().vitals();
        awaitMore(tidied, stage);
        node.close();

        var report = stage.report();
        report.hold(opened <= OPENS_WITHIN, "open %.1f s after the kill, at most %d s", opened, OPENS_WITHIN);
        report.hold(stage.answered(after), "who wrote since has an answer, before those who waited");
        report.say("replies before all of it is answered, after %s", Spread.of(Outages.replies(stage, after)));
        report.say("%d of those that waited are answered; memory %d MiB", answered(stage), vitals.mebibytes());
        report.hold(mebibytes(stage) < full, "the file has %d MiB, and had %d MiB", mebibytes(stage), full);
        stage.judge();
    }

    /** Straight into the tables; no server may be running. */
    private static void fill(Stage stage, int rows) throws SQLException {
        var message = Json.write(new Inbound(
                "E0-",
                new ConversationId("bench", "U0-"),
                Person.of("U0-"),
                new Content.Text(Brand.words(0)),
                Instant.now(),
                null));
        try (var connection = stage.database().connect();
                var messages = connection.prepareStatement("""
                        insert into inbox (channel, message_id, conversation, message, received_at, state)
                        select 'bench', 'E' || x, 'bench/U' || x, replace(replace(?, 'E0-', 'E' || x), 'U0-', 'U' || x),
                          now(), 'waiting'
                        from system_range(?, ?) r(x)""");
                var keys = connection.prepareStatement("""
                        insert into taken (channel, message_id, taken_at)
                        select 'bench', 'old' || x, now() - interval '8' day from system_range(?, ?) r(x)""")) {
            for (long from = FIRST; from < FIRST + rows; from += 10_000) {
                long to = Math.min(FIRST + rows, from + 10_000) - 1;
                messages.setString(1, message);
                messages.setLong(2, from);
                messages.setLong(3, to);
                messages.executeUpdate();
                keys.setLong(1, from);
                keys.setLong(2, to);
                keys.executeUpdate();
            }
        }
    }

    private static void awaitAnswers(Stage stage, List<Message> messages) throws InterruptedException {
        long end = System.nanoTime() + 120_000_000_000L;
        while (!stage.answered(messages) && System.nanoTime() < end) {
            Thread.sleep(200);
        }
    }

    private static void awaitMore(long tidied, Stage stage) throws Exception {
        long end = System.nanoTime() + 600_000_000_000L;
        while (tidied(stage) <= tidied && System.nanoTime() < end) {
            Thread.sleep(500);
        }
    }

    /** How often the old keys were let go to the last one: at each start that nobody killed before it was done. */
    private static long tidied(Stage stage) throws Exception {
        try (var lines = Files.lines(stage.log())) {
            return lines.filter(line -> line.contains("forgot the keys of")).count();
        }
    }

    /** Those that were put there: nobody is asked for them, as the stand-in knows no such people. */
    private static long answered(Stage stage) {
        return stage.standIn().takings().all().stream()
                .filter(taking -> taking.call().to() >= FIRST)
                .count();
    }

    private static long mebibytes(Stage stage) throws Exception {
        return Files.size(stage.data().resolve("renhua.mv.db")) >> 20;
    }
}
