package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Whatever happens in whatever order: nothing is lost, and nothing is said twice that is not marked. A failure says which
 * seed and which round it came from; {@code -Drenhua.model.seed=… -Drenhua.model.round=…} plays that one again.
 */
class ModelTest {
    private static final long SEED = Long.getLong("renhua.model.seed", 20_261_125);
    private static final Integer ONLY = Integer.getInteger("renhua.model.round");

    /** So many sequences in a row share a store: to open one takes longer than they do. */
    private static final int IN_A_ROUND = 250;

    /** Most of the time they wait for their store's writer. */
    private static final int AT_ONCE = 4;

    @Test
    void losesNothingInTenThousandInterleavings() throws Exception {
        assertThat(wrongIn(Database.H2, 40, false)).isEmpty();
    }

    @Test
    void losesNothingOnPostgres() throws Exception {
        assertThat(wrongIn(Database.POSTGRESQL, 1, false)).isEmpty();
    }

    @Test
    void losesNothingThoughClocksJump() throws Exception {
        assertThat(wrongIn(Database.H2, 3, true)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void noticesWhenSomethingIsBroken(Flaw flaw) {
        var wrong = new ArrayList<String>();
        try (var world = new World(Database.H2.open(), flaw)) {
            for (int sequence = 0; sequence < 500 && !tells(wrong, flaw); sequence++) {
                wrong.addAll(interleaving(world, sequence, false).run(20));
            }
        }

        assertThat(tells(wrong, flaw)).as(() -> wrong.toString()).isTrue();
    }

    private static boolean tells(List<String> wrong, Flaw flaw) {
        return wrong.stream().anyMatch(each -> each.startsWith(flaw.found() + ":"));
    }

    /** What goes wrong, and how it came to that; only the first of each round. */
    private static List<String> wrongIn(Database database, int rounds, boolean clocksJump) throws Exception {
        var plays = IntStream.range(0, rounds)
                .filter(round -> ONLY == null || ONLY == round)
                .<Callable<List<String>>>mapToObj(round -> () -> play(database, round, clocksJump))
                .toList();
        var wrong = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var played : threads.invokeAll(plays)) {
                wrong.addAll(played.get());
            }
        }
        return wrong;
    }

    private static List<String> play(Database database, int round, boolean clocksJump) {
        try (var world = new World(database.open(), Flaw.NONE)) {
            for (int number = 0; number < IN_A_ROUND; number++) {
                var interleaving = interleaving(world, round * IN_A_ROUND + number, clocksJump);
                var wrong = new ArrayList<>(interleaving.run(10 + number % 11));
                if (!wrong.isEmpty()) {
                    wrong.add("seed " + SEED + ", round " + round + ", its number " + number + ":");
                    wrong.addAll(interleaving.trace());
                    return wrong;
                }
            }
            return List.of();
        }
    }

    private static Interleaving interleaving(World world, int sequence, boolean clocksJump) {
        return new Interleaving(world, "U" + sequence, new Random(SEED + sequence).nextLong(), clocksJump);
    }
}
