package trial;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import world.Fate;
import world.WrongClock;

/** The server's wall clock is not that of the world. */
final class Clocks {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Clocks() {}

    /** E1: put forward and back by an hour and by a day, while some calls have to be tried again. */
    static void moved(Stage stage) throws Exception {
        var clock = WrongClock.in(stage.folder());
        open(stage, clock);
        stage.warmUp();
        for (var wrongBy : List.of(
                Duration.ofHours(1),
                Duration.ZERO,
                Duration.ofHours(-1),
                Duration.ZERO,
                Duration.ofDays(1),
                Duration.ZERO,
                Duration.ofDays(-1),
                Duration.ZERO)) {
            clock.put(wrongBy);
            talk(stage, wrongBy.isZero() ? "right again" : "wrong by " + wrongBy);
        }
        end(stage);
    }

    /** E1: the night in which an hour comes twice. */
    static void autumn(Stage stage) throws Exception {
        night(stage, "2026-10-25T02:59:30");
    }

    /** E1: the night in which an hour is left out. */
    static void spring(Stage stage) throws Exception {
        night(stage, "2027-03-28T01:59:30");
    }

    /** Starts half a minute before the change, and talks on beyond it. */
    private static void night(Stage stage, String local) throws Exception {
        var clock = WrongClock.in(stage.folder());
        clock.put(Duration.between(
                Instant.now(), LocalDateTime.parse(local).atZone(ZONE).toInstant()));
        open(stage, clock);
        for (int part = 1; part <= 4; part++) {
            talk(stage, "part " + part + " of the night");
        }
        end(stage);
    }

    private static void open(Stage stage, WrongClock clock) throws Exception {
        var environment = new TreeMap<>(clock.environment());
        environment.put("TZ", ZONE.getId());
        stage.open(stage.database().settings(), environment);
        stage.standIn().fates(call -> stage.chance().nextInt(5) == 0 ? Fate.Refuse.with(500) : Fate.TAKEN);
    }

    private static void talk(Stage stage, String when) throws Exception {
        stage.people().say(stage.messages(stage.size("messages", 600, 150), 100), stage.size("rate", 30, 15));
        stage.awaitAnswers(10);
        stage.report().say("%s: %d without an answer yet", when, stage.waiting());
    }

    private static void end(Stage stage) throws Exception {
        stage.standIn().fates(call -> Fate.TAKEN);
        stage.awaitAnswers(90);
        stage.judge();
    }
}
