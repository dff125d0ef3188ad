package io.renhua.nlu;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells how likely the best intent is meant, and when it is none of them. It learns from examples held out of training
 * in turn, and from whole intents left out with them, whose examples then are foreign.
 */
final class Judge {
    private static final int FOLDS = 4;
    private static final int ENOUGH = 1000;
    private static final double FOREIGN_TO_FAMILIAR = 1;

    private static final double SURE = 0.6;
    private static final double REFUSED = 0.05;
    private static final double LEAST = 0.2;
    private static final double MOST = 0.3;

    private final Logistic logistic;
    private final double floor;

    private Judge(List<Trial> trials) {
        long foreign = trials.stream().filter(Trial::foreign).count();
        double weight = FOREIGN_TO_FAMILIAR * (trials.size() - foreign) / Math.max(foreign, 1);
        logistic = Logistic.fit(trials, weight);
        var familiar = trials.stream()
                .filter(trial -> !trial.foreign())
                .mapToDouble(trial -> logistic.probability(trial.facts()))
                .sorted()
                .toArray();
        double doubtful = familiar.length == 0 ? 0 : familiar[(int) (REFUSED * familiar.length)];
        floor = Math.clamp(doubtful, LEAST, MOST);
    }

    private Judge(Logistic logistic, double floor) {
        this.logistic = logistic;
        this.floor = floor;
    }

    static Judge read(ModelReader in) {
        return new Judge(Logistic.read(in), in.number());
    }

    void write(ModelWriter out) {
        logistic.write(out);
        out.number(floor);
    }

    static Judge of(TrainingSet set, long seed) {
        var trials = new ArrayList<Trial>();
        var folds = new Folds(set, FOLDS);
        for (int fold = 0; fold < FOLDS && trials.size() < ENOUGH; fold++) {
            trials.addAll(trials(set, folds, fold, seed));
        }
        return new Judge(trials);
    }

    private static List<Trial> trials(TrainingSet set, Folds folds, int fold, long seed) {
        var kept = folds.kept(fold);
        if (kept.length == 0) {
            return List.of();
        }
        var witness = Witness.train(set.only(kept), seed);
        return folds.held(fold)
                .mapToObj(i -> trial(witness, set, i, folds.isForeign(i, fold)))
                .toList();
    }

    private static Trial trial(Witness witness, TrainingSet set, int row, boolean foreign) {
        var evidence = witness.evidence(set.row(row));
        return new Trial(evidence.facts(), !foreign && evidence.best() == set.label(row), foreign);
    }

    Ranking.Bars bars() {
        return new Ranking.Bars(SURE, floor);
    }

    /** The probability that the best intent is meant. */
    double confidence(Evidence evidence) {
        return logistic.probability(evidence.facts());
    }

    /** What is as doubtful as the most doubtful of the persona's own examples is none of them. */
    Band band(double confidence) {
        if (confidence >= SURE) {
            return Band.SURE;
        }
        return confidence >= floor ? Band.LIKELY : Band.NO;
    }
}
