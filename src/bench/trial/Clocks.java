package trial;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import world.Fate;
import world.WrongClock;

/** The wall clock is put forward and back under a server that works. */
final class Clocks {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Clocks() {}

    /** E1: an hour and a day, both ways, and over both nights in which the hour is changed. */
    static void moved(Stage stage) throws Exception {
        var clock = WrongClock.in(stage.folder());
        Map<String, String> environment = new TreeMap<>(clock.environment());
        environment.put("TZ", BERLIN.getId());
        stage.open(stage.database().settings(), environment);
        stage.warmUp();
        stage.standIn().fates(call -> stage.chance().nextInt(5) == 0 ? Fate.Refuse.with(500) : Fate.TAKEN);

        for (var wrongBy : List.of(
                Duration.ofHours(1),
                Duration.ZERO,
                Duration.ofHours(-1),
                Duration.ofDays(1),
                Duration.ofDays(-1),
                untilNight("2026-10-25T02:59:50"),
                untilNight("2027-03-28T01:59:50"),
                Duration.ZERO)) {
            clock.put(wrongBy);
            stage.people().say(stage.messages(stage.size("messages", 600, 200), 100), stage.size("rate", 30, 20));
        }
        long waiting = stage.waiting();
        stage.awaitAnswers(90);
        long stuck = stage.waiting();

        stage.judge();
        stage.report()
                .hold(
                        stuck == 0,
                        "still without an answer a minute and a half after the clock was right again: %d of %d",
                        stuck,
                        waiting);
    }

    /** Ten seconds before the hour is changed. */
    private static Duration untilNight(String local) {
        return Duration.between(
                Instant.now(), LocalDateTime.parse(local).atZone(BERLIN).toInstant());
    }
}
