package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.Stage.Outcome;
import io.renhua.store.Database;
import io.renhua.store.Faults.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every call of the store fails once, in every way a call can fail. Which calls there are, a run without faults says. */
class FaultsTest {
    /** Whoever meets a fault tries again after a second: most of the time they all wait. */
    private static final int AT_ONCE = 12;

    @Test
    void losesNothingWhereverH2Fails() throws Exception {
        survives(outcomes(
                Database.H2,
                place -> isDurable(place)
                        ? Set.of(Fault.REFUSES, Fault.TIMES_OUT, Fault.HAPPENS_AND_FAILS)
                        : Set.of(Fault.REFUSES, Fault.TIMES_OUT)));
    }

    @Test
    void losesNothingWhereverAConnectionToPostgresBreaksInACommit() throws Exception {
        survives(outcomes(
                Database.POSTGRESQL,
                place -> isDurable(place) ? Set.of(Fault.BREAKS, Fault.HAPPENS_AND_BREAKS) : Set.of()));
    }

    @Test
    void noticesACommitThatOnlySeemsToHappen() throws Exception {
        var outcomes = outcomes(Database.H2, place -> place.startsWith("commit") ? Set.of(Fault.LIES) : Set.of());

        assertThat(outcomes).flatExtracting(Outcome::wrong).anyMatch(wrong -> wrong.startsWith("lost:"));
    }

    /** Elsewhere what happened is undone with the rest, as if it had not. */
    private static boolean isDurable(String place) {
        return place.startsWith("commit") || place.startsWith("execute checkpoint");
    }

    private static void survives(List<Outcome> outcomes) {
        assertThat(outcomes).filteredOn(outcome -> !outcome.wrong().isEmpty()).isEmpty();
        assertThat(outcomes)
                .as("where work happens to be committed together there are fewer commits")
                .filteredOn(Outcome::struck)
                .hasSizeGreaterThan(outcomes.size() * 3 / 4);
        assertThat(outcomes).as("a fault that nobody can see through").anyMatch(outcome -> outcome.doubts() > 0);
    }

    /** Plays a scenario for each place and each fault that is planted there. */
    private static List<Outcome> outcomes(Database database, Function<String, Set<Fault>> faults) throws Exception {
        var planted = new ConcurrentLinkedQueue<Planted>();
        places(database).forEach(place -> faults.apply(place).forEach(fault -> planted.add(new Planted(place, fault))));
        Callable<List<Outcome>> plays = () -> play(database, planted);
        var outcomes = new ArrayList<Outcome>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var played : threads.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(_ -> plays).toList())) {
                outcomes.addAll(played.get());
            }
        }
        return outcomes;
    }

    private record Planted(String place, Fault fault) {}

    private static Set<String> places(Database database) {
        try (var stage = new Stage(database.fresh())) {
            return stage.places();
        }
    }

    private static List<Outcome> play(Database database, Queue<Planted> planted) {
        var outcomes = new ArrayList<Outcome>();
        try (var stage = new Stage(database.fresh())) {
            for (var next = planted.poll(); next != null; next = planted.poll()) {
                outcomes.add(stage.play(next.place(), next.fault()));
            }
        }
        return outcomes;
    }
}
