package trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import world.Answer;
import world.Child;
import world.Message;
import world.Postgres;
import world.Spread;
import world.Wire;

/** The store is not there, or has no room. */
final class Stores {
    private Stores() {}

    /** A5: PostgreSQL stops, and is started again. */
    static void databaseStops(Stage stage) throws Exception {
        if (!(stage.database() instanceof Postgres postgres)) {
            stage.report().say("only with --postgres: nobody can take a running H2's file away");
            return;
        }
        stage.open();
        stage.warmUp();
        without(stage, 5, postgres::down, postgres::up);
    }

    /** A6: somebody locks every table, so that whoever has a connection waits with it. */
    static void connectionsHeld(Stage stage) throws Exception {
        if (!(stage.database() instanceof Postgres postgres)) {
            stage.report().say("only with --postgres: nobody else has a way into a running H2");
            return;
        }
        var node = stage.open();
        stage.warmUp();
        int threads = node.process().vitals().threads();
        var meanwhile = new AtomicInteger();
        double logged;
        try (var guard = postgres.connect()) {
            guard.setAutoCommit(false);
            logged = without(stage, 2, () -> lockEverything(guard), () -> {
                meanwhile.set(node.process().vitals().threads());
                guard.rollback();
            });
        }
        stage.report().hold(logged <= 10, "log lines a second at most 10");
        stage.report()
                .hold(
                        Math.abs(meanwhile.get() - threads) <= 5,
                        "%d threads before, %d at the end of it",
                        threads,
                        meanwhile.get());
    }

    /** Until nobody is in the way: who works there takes its own locks in another order. */
    private static void lockEverything(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            var lock = "lock table " + String.join(", ", tables) + " in access exclusive mode";
            for (boolean locked = false; !locked; ) {
                try {
                    statement.execute(lock);
                    locked = true;
                } catch (SQLException e) {
                    connection.rollback();
                }
            }
        }
    }

    /** L7: one of two servers is cut off from the database, and the platform still reaches it. */
    static void cutOff(Stage stage) throws Exception {
        if (!(stage.database() instanceof Postgres postgres)) {
            stage.report().say("only with --postgres");
            return;
        }
        try (var wire = new Wire(postgres.port())) {
            stage.open();
            stage.open(postgres.over(wire.port()).settings());
            stage.warmUp();
            without(stage, 5, wire::cut, wire::mend);
        }
    }

    /** A7: the disk is full for a while. Mounts a small one of its own, for which one has to be root. */
    static void diskFull(Stage stage) throws Exception {
        var disk = stage.data();
        Child.run(
                "mount", "-t", "tmpfs", "-o", "size=" + stage.size("mebibytes", 64, 64) + "m", "none", disk.toString());
        try {
            stage.open();
            stage.warmUp();
            var filler = disk.resolve("filler");
            double logged = without(stage, 5, () -> fill(filler), () -> Files.delete(filler));
            stage.report().hold(logged <= 10, "log lines a second at most 10");
        } finally {
            stage.stopAll();
            Child.run("umount", disk.toString());
        }
    }

    private static void fill(Path filler) throws Exception {
        try (var out = Files.newOutputStream(filler)) {
            var block = new byte[1 << 16];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            // full, as was meant
        }
    }

    /**
     * How many lines a second were logged meanwhile.
     *
     * @param within so many seconds after the store is back it takes messages
     */
    private static double without(Stage stage, int within, Crashes.Blow take, Crashes.Blow giveBack)
            throws Exception {
        int rate = stage.size("rate", 50, 25);
        int seconds = stage.size("away", 60, 20);
        say(stage, 5, rate).join();
        long lines = logLines(stage);

        take.strike();
        long away = System.nanoTime();
        var meanwhile = say(stage, seconds + 5, rate);
        Thread.sleep(seconds * 1000L);
        lines = logLines(stage) - lines;
        giveBack.strike();
        long back = System.nanoTime();
        meanwhile.join();
        stage.awaitAnswers(60);

        stage.judge();
        answers(stage, away, back);
        double firstTaken = stage.people().answers().stream()
                .filter(answer -> answer.at() > back && answer.isTaken())
                .mapToLong(Answer::at)
                .min()
                .orElse(Long.MAX_VALUE);
        stage.report()
                .hold(
                        (firstTaken - back) / 1e9 <= within,
                        "takes messages again %.1f s after the store is back, at most %d s",
                        (firstTaken - back) / 1e9,
                        within);
        double logged = lines / (double) seconds;
        stage.report().say("%.1f log lines a second meanwhile", logged);
        return logged;
    }

    private static Thread say(Stage stage, int seconds, int rate) {
        List<Message> messages = stage.messages(seconds * rate, 20_000);
        return Thread.ofVirtual().start(() -> {
            try {
                stage.people().say(messages, rate);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** A 2xx in that time has to have its row, which the verdict sees to; everything else has to be a quick 503. */
    private static void answers(Stage stage, long from, long to) {
        var answers = stage.people().answers().stream()
                .filter(answer -> answer.at() > from && answer.at() < to)
                .toList();
        var refused = answers.stream()
                .filter(answer -> answer.status() == 503)
                .map(answer -> answer.took().toNanos())
                .toList();
        long odd = answers.stream()
                .filter(answer -> answer.status() != 503 && !answer.isTaken())
                .count();
        stage.report()
                .hold(
                        odd == 0,
                        "meanwhile %d taken, %d answered 503, %d otherwise or not at all",
                        answers.stream().filter(Answer::isTaken).count(),
                        refused.size(),
                        odd);
        stage.report().hold(Spread.share(refused, 0.99) <= 2_000_000_000L, "503 after %s", Spread.of(refused));
    }

    private static long logLines(Stage stage) throws Exception {
        try (var lines = Files.lines(stage.log())) {
            return lines.count();
        }
    }
}
