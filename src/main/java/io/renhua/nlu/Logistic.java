package io.renhua.nlu;

import java.util.List;

/** The odds of being right, by a few facts: regression on the log odds, held back by a ridge. */
final class Logistic {
    private static final int ROUNDS = 400;
    private static final double RIDGE = 0.02;

    private final double[] means;
    private final double[] spreads;
    private final double[] slopes;
    private double level;

    private Logistic(double[] means, double[] spreads, double[] slopes, double level) {
        this.means = means;
        this.spreads = spreads;
        this.slopes = slopes;
        this.level = level;
    }

    private Logistic(int facts) {
        this(new double[facts], new double[facts], new double[facts], 0);
    }

    static Logistic read(ModelReader in) {
        return new Logistic(in.doubles(), in.doubles(), in.doubles(), in.number());
    }

    void write(ModelWriter out) {
        out.doubles(means).doubles(spreads).doubles(slopes).number(level);
    }

    /** @param foreign how much a foreign trial counts */
    static Logistic fit(List<Trial> trials, double foreign) {
        if (trials.isEmpty()) {
            return new Logistic(0);
        }
        var logistic = new Logistic(trials.getFirst().facts().length);
        logistic.standardise(trials, foreign);
        for (int round = 0; round < ROUNDS; round++) {
            logistic.step(trials, foreign);
        }
        return logistic;
    }

    double probability(double[] facts) {
        double odds = level;
        for (int i = 0; i < slopes.length; i++) {
            odds += slopes[i] * standard(facts, i);
        }
        return 1 / (1 + Exp.of(-odds));
    }

    private double standard(double[] facts, int i) {
        return (facts[i] - means[i]) / spreads[i];
    }

    private void standardise(List<Trial> trials, double foreign) {
        double total = 0;
        var squares = new double[means.length];
        for (var trial : trials) {
            double count = trial.foreign() ? foreign : 1;
            total += count;
            for (int i = 0; i < means.length; i++) {
                means[i] += count * trial.facts()[i];
                squares[i] += count * trial.facts()[i] * trial.facts()[i];
            }
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= total;
            double variance = squares[i] / total - means[i] * means[i];
            spreads[i] = variance < 1e-9 ? 1 : Math.sqrt(variance);
        }
    }

    private void step(List<Trial> trials, double foreign) {
        var slope = new double[slopes.length];
        double shift = 0;
        double total = 0;
        for (var trial : trials) {
            double count = trial.foreign() ? foreign : 1;
            double error = count * ((trial.right() ? 1 : 0) - probability(trial.facts()));
            total += count;
            shift += error;
            for (int i = 0; i < slope.length; i++) {
                slope[i] += error * standard(trial.facts(), i);
            }
        }
        level += shift / total;
        for (int i = 0; i < slope.length; i++) {
            slopes[i] += slope[i] / total - RIDGE * slopes[i];
        }
    }
}
