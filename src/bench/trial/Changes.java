package trial;

import java.nio.file.Files;
import world.Brand;
import world.Vitals;

/** The people who write scripts do not rest. */
final class Changes {
    private Changes() {}

    /** D5: a script is saved again and again while people talk. */
    static void often(Stage stage) throws Exception {
        int changes = stage.size("changes", 1000, 40);
        var node = stage.open();
        stage.warmUp();
        Vitals early = null;
        int loaders = 0;
        long heap = 0;
        for (int change = 1; change <= changes; change++) {
            Brand.change(stage.folder().resolve("personas"), change);
            stage.people().say(stage.messages(5, 100), 20);
            awaitSpeaking(stage, change);
            if (change == changes / 4) {
                heap = node.process().heapAfterCollecting();
                early = node.process().vitals();
                loaders = node.process().classLoaders();
            }
        }
        stage.awaitAnswers(60);
        long grown = node.process().heapAfterCollecting() - heap;
        var late = node.process().vitals();
        int loadersLate = node.process().classLoaders();

        stage.judge();
        var report = stage.report();
        report.say("%d versions spoke, one after the other", changes);
        report.hold(
                Math.abs(late.threads() - early.threads()) <= 5,
                "threads %d, after a quarter %d",
                late.threads(),
                early.threads());
        report.hold(loadersLate == loaders, "loaders of classes %d, after a quarter %d", loadersLate, loaders);
        report.hold(
                late.resident() <= early.resident() * 1.2,
                "memory %d MiB, after a quarter %d MiB; heap after collecting grew by %d KiB",
                late.mebibytes(),
                early.mebibytes(),
                grown >> 10);
    }

    private static void awaitSpeaking(Stage stage, int change) throws Exception {
        var told = "speaks version " + Brand.version(change) + "@";
        long end = System.nanoTime() + 120_000_000_000L;
        while (!isLogged(stage, told)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("version " + Brand.version(change) + " does not speak");
            }
            Thread.sleep(50);
        }
    }

    private static boolean isLogged(Stage stage, String words) throws Exception {
        try (var lines = Files.lines(stage.log())) {
            return lines.anyMatch(line -> line.contains(words));
        }
    }
}
