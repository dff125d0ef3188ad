package trial;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import world.LooseDisk;
import world.Node;

/** The server ends, well or badly, in the middle of its work. */
final class Crashes {
    private Crashes() {}

    /** A1: SIGKILL at random moments. */
    static void kills(Stage stage) throws Exception {
        kills(stage, stage.open(), () -> {});
    }

    /** A2: the power goes at random moments, on a disk that loses what was not forced; with {@code --lies} it loses all. */
    static void powerCuts(Stage stage) throws Exception {
        if (stage.database().nodes() > 1) {
            stage.report().say("only on H2: PostgreSQL forces its own log, and is refused where it does not");
            return;
        }
        var disk = LooseDisk.under(stage.data(), stage.folder(), stage.options().has("lies"));
        var node = stage.open(stage.database().settings(), disk.environment());
        kills(stage, node, () -> disk.cut(stage.chance()));
        stage.report().say("%d writes were not forced when the power went", disk.looseWrites());
    }

    private static void kills(Stage stage, Node node, Blow whileDead) throws Exception {
        int kills = stage.size("kills", 20, 3);
        var moments = new ArrayList<Long>();
        var inFlight = new ArrayList<Integer>();
        stage.warmUp();

        interrupted(stage, stage.size("messages", 20_000, 3000), kills, () -> {
            inFlight.add(stage.standIn().inFlight());
            moments.add(System.nanoTime());
            node.kill();
            whileDead.strike();
            node.start();
        });
        stage.awaitAnswers(60);

        var verdict = stage.judge();
        int most = kills * 64;
        stage.report()
                .hold(
                        verdict.doubted() <= most,
                        "in doubt %d calls; in flight at the kills %s",
                        verdict.doubted(),
                        inFlight);
        backAgain(stage, moments, 10);
    }

    /** A3: SIGTERM, and started again. */
    static void stops(Stage stage) throws Exception {
        int stops = stage.size("stops", 20, 3);
        var node = stage.open();
        var gone = new ArrayList<Double>();
        stage.warmUp();

        interrupted(stage, stage.size("messages", 20_000, 3000), stops, () -> {
            gone.add(node.stop(30).orElse(Double.MAX_VALUE));
            node.kill();
            node.start();
        });
        stage.awaitAnswers(60);

        var verdict = stage.judge();
        stage.report().hold(verdict.doubted() == 0, "in doubt %d calls", verdict.doubted());
        stage.report().hold(gone.stream().allMatch(seconds -> seconds <= 10), "gone after %s", Report.seconds(gone));
        answers(stage);
    }

    /** A4 and half of L3: frozen for longer than a lease, then awake again. */
    static void frozen(Stage stage) throws Exception {
        int freezes = stage.size("freezes", 4, 1);
        var seconds = stage.size("frozen", 25, 25);
        var node = stage.open();
        for (int i = 1; i < stage.database().nodes(); i++) {
            stage.open();
        }
        stage.warmUp();

        interrupted(stage, stage.size("messages", 20_000, 5000), freezes, () -> {
            node.freeze();
            Thread.sleep(seconds * 1000L);
            node.wake();
        });
        stage.awaitAnswers(60);

        stage.judge();
        answers(stage);
    }

    /** What interrupts the work. */
    @FunctionalInterface
    interface Blow {
        void strike() throws Exception;
    }

    /** People talk while the blows fall, one to four seconds after the last is over. */
    static void interrupted(Stage stage, int messages, int blows, Blow blow) throws Exception {
        var said = stage.messages(messages, stage.size("people", 500, 100));
        var talk = Thread.ofVirtual().start(() -> {
            try {
                stage.people().say(said, stage.size("rate", 200, 100));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        for (int i = 0; i < blows; i++) {
            Thread.sleep(1000 + stage.chance().nextInt(3000));
            if (!talk.isAlive()) {
                stage.report().say("everything was said after %d of %d", i, blows);
                break;
            }
            blow.strike();
        }
        talk.join();
    }

    static void backAgain(Stage stage, List<Long> moments, int bound) {
        var after = moments.stream()
                .map(moment -> (stage.firstTakenAfter(moment + 1_000_000) - moment) / 1e9)
                .toList();
        stage.report()
                .hold(
                        after.stream().allMatch(seconds -> seconds <= bound),
                        "first new reply after %s, at most %d s",
                        Report.seconds(after),
                        bound);
    }

    /** What the knocks were answered, by status; none is 0. */
    static void answers(Stage stage) {
        var byStatus = new TreeMap<Integer, Integer>();
        stage.people().answers().forEach(answer -> byStatus.merge(answer.status(), 1, Integer::sum));
        stage.report().say("answers to knocks by status, 0 for none: %s", byStatus);
    }
}
