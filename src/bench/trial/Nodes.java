package trial;

import java.util.ArrayList;

/** Two equal servers on one PostgreSQL. */
final class Nodes {
    private Nodes() {}

    /** L2: both work. */
    static void two(Stage stage) throws Exception {
        if (alone(stage)) {
            return;
        }
        stage.open();
        stage.open();
        stage.warmUp();
        stage.people()
                .say(
                        stage.messages(stage.size("messages", 20_000, 3000), stage.size("people", 500, 100)),
                        stage.size("rate", 200, 60));
        stage.awaitAnswers(60);
        stage.judge();
    }

    /** L3: one of them is killed, and comes back a while later. */
    static void oneKilled(Stage stage) throws Exception {
        if (alone(stage)) {
            return;
        }
        var node = stage.open();
        stage.open();
        stage.warmUp();
        var takenOver = new ArrayList<Double>();
        Crashes.interrupted(stage, stage.size("messages", 20_000, 3000), stage.size("kills", 5, 1), () -> {
            var orphans = stage.unanswered();
            long killed = System.nanoTime();
            node.kill();
            stage.without(node, () -> {
                while (!stage.answered(orphans) && System.nanoTime() - killed < 60_000_000_000L) {
                    Thread.sleep(50);
                }
            });
            takenOver.add((System.nanoTime() - killed) / 1e9);
            node.start();
        });
        stage.awaitAnswers(60);
        stage.judge();
        stage.report()
                .hold(
                        takenOver.stream().allMatch(seconds -> seconds <= 15),
                        "what waited was answered by the other after %s, at most 15 s",
                        Report.seconds(takenOver));
    }

    private static boolean alone(Stage stage) {
        if (stage.database().nodes() == 1) {
            stage.report().say("only with --postgres");
        }
        return stage.database().nodes() == 1;
    }
}
