package trial;

import java.nio.file.Files;
import java.nio.file.Path;

/** A server of an earlier build, and this one, on the same store. */
final class Versions {
    private Versions() {}

    /**
     * A9: rows in every state that the earlier one leaves, and on PostgreSQL both at work for a while. {@code --before} says
     * where an earlier commit was built.
     */
    static void oldAndNew(Stage stage) throws Exception {
        var before = Path.of(stage.options().text("before", ""));
        if (!Files.isDirectory(before.resolve("target/lib"))) {
            throw new IllegalStateException("--before says where an earlier commit is built, with its target/lib");
        }
        int rate = stage.size("rate", 40, 20);
        var old = stage.openOf(before);
        stage.warmUp();

        stage.standIn().down(); // so that words wait, and calls are in doubt
        stage.people().say(stage.messages(rate * 5, 100), rate);
        if (stage.database().nodes() == 1) {
            old.kill();
            stage.retire(old);
            stage.standIn().up();
            stage.open();
        } else {
            stage.open();
            stage.standIn().up();
            int seconds = stage.size("both", 600, 60);
            stage.people().say(stage.messages(rate * seconds, stage.size("people", 500, 100)), rate);
            stage.report().say("both at work for %d s: %d without an answer yet", seconds, stage.waiting());
            stage.retire(old);
        }
        stage.people().say(stage.messages(rate * 10, 100), rate);
        stage.awaitAnswers(90);

        stage.judge();
        stage.report().hold(unreadable(stage) == 0, "rows that could not be read: %d", unreadable(stage));
        Crashes.answers(stage);
    }

    private static long unreadable(Stage stage) throws Exception {
        try (var lines = Files.lines(stage.log())) {
            return lines.filter(line -> line.contains("cannot be read")).count();
        }
    }
}
