package io.renhua.nlu;

import org.jspecify.annotations.Nullable;

/** The margin model and, where there is enough to learn from, the net beside it. */
record Models(Margin margin, @Nullable Net net) {
    private static final int HIDDEN = 128;
    private static final int STEPS = 180_000;
    private static final long SEED = 1;

    static Models train(TrainingSet set) {
        int epochs = Math.clamp(STEPS / set.size(), 12, 50);
        return new Models(Margin.train(set), set.isTiny() ? null : NetTrainer.train(set, HIDDEN, epochs, SEED));
    }

    Votes votes(Row row) {
        var margins = margin.scores(row);
        var shares = margin.probabilities(margins);
        if (net == null) {
            return new Votes(shares, Votes.highest(margins), 0);
        }
        var scores = net.scores(row);
        var others = net.probabilities(scores);
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (shares[i] + others[i]) / 2;
        }
        return new Votes(shares, Votes.highest(margins), Votes.highest(scores));
    }
}
