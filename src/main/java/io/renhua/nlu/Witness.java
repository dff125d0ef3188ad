package io.renhua.nlu;

import org.jspecify.annotations.Nullable;

/** The margin model, the net beside it where there is enough to learn from, and the words that both have seen. */
final class Witness {
    private static final int HIDDEN = 96;
    private static final int HIDDEN_WIDE = 128;
    private static final int STEPS = 180_000;

    private final Margin margin;
    private final @Nullable Net net;
    private final Vocabulary vocabulary;

    private Witness(Margin margin, @Nullable Net net, Vocabulary vocabulary) {
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
        return new Witness(Margin.train(set), net, Vocabulary.of(set));
    }

    static Witness read(String[] intents, Weights weights, ModelReader in) {
        var margin = Margin.read(intents, weights, in);
        var net = in.number() == 0 ? null : Net.read(intents, weights, in);
        return new Witness(margin, net, Vocabulary.read(in));
    }

    void write(ModelWriter out) {
        margin.write(out);
        out.number(net == null ? 0 : 1);
        if (net != null) {
            net.write(out);
        }
        vocabulary.write(out);
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
        return new Evidence(
                shares, highest(margins), height, odds(shares), vocabulary.knownWords(row), vocabulary.knownPairs(row));
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

    private static float highest(float[] scores) {
        float highest = scores[0];
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        return highest;
    }
}
