package io.renhua.nlu;

/** What the models say to one sentence. */
final class Evidence {
    private final double[] shares;
    private final int best;
    private final double[] facts;

    /**
     * @param shares a probability for each intent, if it is one of them at all
     * @param facts what tells whether it is
     */
    Evidence(double[] shares, double... facts) {
        this.shares = shares;
        this.best = highest(shares);
        this.facts = facts;
    }

    double[] shares() {
        return shares;
    }

    int best() {
        return best;
    }

    double[] facts() {
        return facts;
    }

    private static int highest(double[] shares) {
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            best = shares[i] > shares[best] ? i : best;
        }
        return best;
    }
}
