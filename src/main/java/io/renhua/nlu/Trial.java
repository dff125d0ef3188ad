package io.renhua.nlu;

/** How one sentence fared that was held out of training. */
final class Trial {
    private final double[] facts;
    private final boolean right;
    private final boolean foreign;

    /**
     * @param right whether its intent came first
     * @param foreign whether its intent was held out too, so that no answer was right
     */
    Trial(double[] facts, boolean right, boolean foreign) {
        this.facts = facts;
        this.right = right;
        this.foreign = foreign;
    }

    double[] facts() {
        return facts;
    }

    boolean right() {
        return right;
    }

    boolean foreign() {
        return foreign;
    }
}
