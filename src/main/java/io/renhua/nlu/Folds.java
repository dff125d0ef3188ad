package io.renhua.nlu;

import java.util.stream.IntStream;

/** Which rows are held out of training in which round: a share of every intent, and all of some. */
final class Folds {
    private final TrainingSet set;
    private final int count;
    private final int[] turns;
    private final boolean leavesIntentsOut;

    Folds(TrainingSet set, int count) {
        this.set = set;
        this.count = count;
        this.turns = turns();
        this.leavesIntentsOut = set.intents().length >= count;
    }

    /** Each intent's rows dealt out in turn; the only row of an intent is never held out for itself. */
    private int[] turns() {
        var sizes = new int[set.intents().length];
        rows().forEach(i -> sizes[set.label(i)]++);
        var dealt = new int[sizes.length];
        return rows().map(set::label)
                .map(label -> sizes[label] == 1 ? -1 : (label + dealt[label]++) % count)
                .toArray();
    }

    int[] kept(int round) {
        return rows().filter(i -> turns[i] != round && !isForeign(i, round)).toArray();
    }

    IntStream held(int round) {
        return rows().filter(i -> turns[i] == round || isForeign(i, round));
    }

    /** Whether the row's whole intent is left out. */
    boolean isForeign(int row, int round) {
        return leavesIntentsOut && set.label(row) % count == round;
    }

    private IntStream rows() {
        return IntStream.range(0, set.count());
    }
}
