package trial;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import world.Options;

/**
 * Puts the built server through what platforms, disks and operators do to it, one scenario after another, and says what
 * holds. Each starts servers of its own, plays the world around them on 127.0.0.1 and ends by itself.
 *
 * <p>java -cp 'target/classes:target/lib/*' src/bench/trial/Trial.java A1 B1 [--short] [--postgres] [--seed 7] …
 */
final class Trial {
    private static final Map<String, Scenario> SCENARIOS = new TreeMap<>(Map.ofEntries(
            Map.entry("A1", Crashes::kills),
            Map.entry("A2", Crashes::powerCuts),
            Map.entry("A3", Crashes::stops),
            Map.entry("A4", Crashes::frozen),
            Map.entry("A5", Stores::databaseStops),
            Map.entry("A6", Stores::connectionsHeld),
            Map.entry("A7", Stores::diskFull),
            Map.entry("A8", Sizes::killedWhileLarge),
            Map.entry("A9", Versions::oldAndNew),
            Map.entry("B1", Copies::manyTimes),
            Map.entry("B2", Copies::onlyAgain),
            Map.entry("C1", Outages::answersLost),
            Map.entry("C2", Outages::resets),
            Map.entry("C3", Outages::down),
            Map.entry("C4", Outages::errors),
            Map.entry("C5", Outages::slow),
            Map.entry("C6", Outages::tooMany),
            Map.entry("D1", Floods::soak),
            Map.entry("D2", Floods::threefold),
            Map.entry("D3", Floods::backlog),
            Map.entry("D4", Floods::oneWhoTalks),
            Map.entry("D5", Changes::often),
            Map.entry("E1", Clocks::moved),
            Map.entry("E1-autumn", Clocks::autumn),
            Map.entry("E1-spring", Clocks::spring),
            Map.entry("L2", Nodes::two),
            Map.entry("L3", Nodes::oneKilled),
            Map.entry("L7", Stores::cutOff),
            Map.entry("load", Loads::usual)));

    private Trial() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("logback.configurationFile", "config/logback.xml");
        var options = Options.of(arguments);
        if (options.words().isEmpty() || !SCENARIOS.keySet().containsAll(options.words())) {
            System.err.println(
                    "usage: Trial.java SCENARIO… [--short] [--postgres [FOLDER]] [--platform line] [--seed N]");
            System.err.println("scenarios: " + String.join(" ", SCENARIOS.keySet()));
            System.exit(2);
        }
        System.exit(play(options.words(), options) ? 0 : 1);
    }

    private static boolean play(List<String> names, Options options) throws Exception {
        boolean holds = true;
        for (var name : names) {
            System.out.printf("%s  %s%n", name, options.values());
            try (var stage = new Stage(name, options)) {
                SCENARIOS.get(name).play(stage);
                holds &= stage.report().holds();
            } catch (IllegalStateException e) {
                System.out.println("  FAILS  " + e.getMessage());
                holds = false; // the others are played nevertheless
            }
        }
        return holds;
    }
}
