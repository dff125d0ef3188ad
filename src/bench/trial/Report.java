package trial;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import world.Evidence;
import world.Plant;
import world.Verdict;

/** Prints what a run found, and remembers whether all of it holds. */
final class Report {
    private boolean holds = true;

    /** A figure that only tells. */
    void say(String format, Object... values) {
        System.out.printf("  " + format + "%n", values);
    }

    /** A figure that has to hold. */
    void hold(boolean kept, String format, Object... values) {
        holds &= kept;
        System.out.printf("  %s  %s%n", kept ? "holds" : "FAILS", format.formatted(values));
    }

    boolean holds() {
        return holds;
    }

    /** Judges, and then spoils the evidence to see that it would have been noticed: a check that cannot fail shows nothing. */
    Verdict judge(Evidence evidence) {
        var verdict = Verdict.of(evidence);
        hold(verdict.isClean(), "%s", verdict);
        var unseen = Stream.of(Plant.values())
                .filter(plant -> plant != Plant.SWAPPED || evidence.anybodyHearsTwice())
                .filter(plant -> !plant.isFoundIn(evidence))
                .map(Plant::toString)
                .collect(Collectors.joining(", "));
        hold(unseen.isEmpty(), "planted defects are found%s", unseen.isEmpty() ? "" : ", but not " + unseen);
        return verdict;
    }

    static String seconds(Collection<Double> values) {
        return Arrays.toString(values.stream().map("%.1f s"::formatted).toArray());
    }
}
