package io.renhua.nlu;

import java.util.stream.IntStream;

/** Which rows are held out of training in which round: a share of every intent, and all of some. */
final class Folds {
    private static final int MOST = 4000;

    private final TrainingSet set;
    private final int count;
    private final int[] turns;
    private final boolean leavesIntentsOut;

    Folds(TrainingSet set, int count) {
        this.set = set;
        this.count = count;
        this.turns = turns();
        this.leavesIntentsOut = set.intents() >= count;
    }

    /** Each intent's rows dealt out in turn; the only row of an intent is never held out for itself. */
    private int[] turns() {
        var sizes = new int[set.outcomes().length];
        rows().forEach(i -> sizes[set.label(i)]++);
        var dealt = new int[sizes.length];
        return rows().map(set::label)
                .map(label -> sizes[label] == 1 ? -1 : (label + dealt[label]++) % count)
                .toArray();
    }

    /** Of very many rows an even share, which judges nearly as well in a fraction of the time. */
    int[] kept(int round) {
        var kept = rows().filter(i -> turns[i] != round && !isLeftOut(i, round)).toArray();
        int most = Math.min(kept.length, MOST);
        return IntStream.range(0, most)
                .map(i -> kept[(int) ((long) i * kept.length / most)])
                .toArray();
    }

    IntStream held(int round) {
        return rows().filter(i -> turns[i] == round || isLeftOut(i, round));
    }

    /** Whether none of the kept intents is right for the row. */
    boolean isForeign(int row, int round) {
        return set.isForeign(row) || isLeftOut(row, round);
    }

    /** Whether the row's whole intent is left out. */
    private boolean isLeftOut(int row, int round) {
        return leavesIntentsOut && set.label(row) % count == round;
    }

    private IntStream rows() {
        return IntStream.range(0, set.count());
    }
}
