package io.renhua.nlu;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells how likely the best intent is meant, and when it is none of them. It learns from examples held out of training
 * in turn, and from whole intents left out with them, whose examples then are as foreign as anything people may say.
 */
final class Judge {
    private static final int FOLDS = 4;
    private static final int ENOUGH_HELD_OUT = 800;
    private static final double FOREIGN_TO_FAMILIAR = 0.5;

    private static final double SURE = 0.6;
    private static final double LIKELY = 0.3;
    private static final double REFUSED = 0.05;

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
        floor = familiar.length == 0 ? 0 : familiar[(int) (REFUSED * familiar.length)];
    }

    static Judge of(TrainingSet set) {
        var trials = new ArrayList<Trial>();
        var folds = new Folds(set, FOLDS);
        for (int fold = 0; fold < FOLDS && trials.size() < 2 * ENOUGH_HELD_OUT; fold++) {
            trials.addAll(trials(set, folds, fold));
        }
        return new Judge(trials);
    }

    private static List<Trial> trials(TrainingSet set, Folds folds, int fold) {
        var kept = folds.kept(fold);
        if (kept.length == 0) {
            return List.of();
        }
        var witness = Witness.train(set.only(kept));
        return folds.held(fold)
                .mapToObj(i -> trial(witness, set, i, folds.isForeign(i, fold)))
                .toList();
    }

    private static Trial trial(Witness witness, TrainingSet set, int row, boolean foreign) {
        var evidence = witness.evidence(set.row(row));
        return new Trial(evidence.facts(), !foreign && evidence.best() == set.label(row), foreign);
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
        return confidence >= Math.max(LIKELY, floor) ? Band.LIKELY : Band.NO;
    }
}
