package io.renhua.nlu;

/** Scores made probabilities. */
final class Softmax {
    private Softmax() {}

    static double[] of(float[] scores, double sharpness) {
        double top = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            top = Math.max(top, score * sharpness);
        }
        var probabilities = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = Exp.of(scores[i] * sharpness - top);
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /** The same for training, in place. */
    static void inPlace(float[] scores) {
        float top = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            top = Math.max(top, score);
        }
        float sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) Exp.of(scores[i] - top);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
    }
}
