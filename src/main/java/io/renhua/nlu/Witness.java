package io.renhua.nlu;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The margin model, the net beside it where there is enough to learn from, and the words that both have seen. */
final class Witness {
    private static final int HIDDEN = 64;
    private static final int HIDDEN_WIDE = 128;
    private static final int STEPS = 180_000;

    private final int intents;
    private final Margin margin;
    private final @Nullable Net net;
    private final Vocabulary vocabulary;

    private Witness(int intents, Margin margin, @Nullable Net net, Vocabulary vocabulary) {
        this.intents = intents;
        this.margin = margin;
        this.net = net;
        this.vocabulary = vocabulary;
    }

    static Witness train(TrainingSet set, long seed) {
        int epochs = Math.clamp(STEPS / set.count(), 12, 50);
        var net = switch (set.size()) {
            case TINY -> null;
            case USUAL -> NetTrainer.train(set, HIDDEN, epochs, seed);
            case WIDE -> NetTrainer.train(set, HIDDEN_WIDE, epochs, seed);
        };
        return new Witness(set.intents(), Margin.train(set), net, Vocabulary.of(set));
    }

    static Witness read(String[] intents, Weights weights, ModelReader in) {
        var outcomes = in.texts();
        var margin = Margin.read(outcomes, weights, in);
        var net = in.number() == 0 ? null : Net.read(outcomes, weights, in);
        return new Witness(intents.length, margin, net, Vocabulary.read(in));
    }

    void write(ModelWriter out) {
        out.texts(margin.outcomes());
        margin.write(out);
        out.number(net == null ? 0 : 1);
        if (net != null) {
            net.write(out);
        }
        vocabulary.write(out);
    }

    /** How much of a row any example has, from 0 to 1. */
    double known(Row row) {
        return vocabulary.known(row);
    }

    Evidence evidence(Row row) {
        var margins = margin.scores(row);
        var shares = margin.probabilities(margins);
        double height = 0;
        if (net != null) {
            var scores = net.scores(row);
            average(shares, net.probabilities(scores));
            height = highest(scores);
        }
        var known = Arrays.copyOf(shares, intents); // without what is none of them
        return new Evidence(
                known, highest(margins), height, odds(known), vocabulary.knownWords(row), vocabulary.knownPairs(row));
    }

    private static void average(double[] shares, double[] others) {
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (shares[i] + others[i]) / 2;
        }
    }

    private static double odds(double[] shares) {
        double best = 0;
        for (double share : shares) {
            best = Math.max(best, share);
        }
        return StrictMath.log((best + 1e-6) / (1 - best + 1e-6));
    }

    private float highest(float[] scores) {
        float highest = scores[0];
        for (int i = 1; i < intents; i++) {
            highest = Math.max(highest, scores[i]);
        }
        return highest;
    }
}
