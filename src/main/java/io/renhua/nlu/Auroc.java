package io.renhua.nlu;

import java.util.Arrays;

/** How often a higher score tells one kind from the other: the area under the ROC curve, equal scores counting half. */
final class Auroc {
    private Auroc() {}

    static double of(double[] higher, double[] lower) {
        var sorted = lower.clone();
        Arrays.sort(sorted);
        double won = 0;
        for (double score : higher) {
            int below = firstAtLeast(sorted, score);
            int equal = firstAbove(sorted, score) - below;
            won += below + equal / 2.0;
        }
        return won / ((double) higher.length * lower.length);
    }

    private static int firstAtLeast(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int firstAbove(double[] sorted, double score) {
        return firstAtLeast(sorted, Math.nextUp(score));
    }
}
