package io.renhua.nlu;

/** What the models say to one sentence. */
final class Votes {
    private final double[] shares;
    private final float margin;
    private final float net;

    Votes(double[] shares, float margin, float net) {
        this.shares = shares;
        this.margin = margin;
        this.net = net;
    }

    /** A probability for each intent, if it is one of them at all. */
    double[] shares() {
        return shares;
    }

    /** The margin model's highest score. */
    float margin() {
        return margin;
    }

    /** The net's highest score; 0 where there is no net. */
    float net() {
        return net;
    }

    int best() {
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            best = shares[i] > shares[best] ? i : best;
        }
        return best;
    }

    static float highest(float[] scores) {
        float highest = scores[0];
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        return highest;
    }
}
