package io.renhua.handoff;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How people found the help they had.
 *
 * @param asked how many times somebody was asked
 * @param answered how many of them gave a score
 * @param satisfied how many of those gave 4 or 5
 * @param sum of the scores
 */
public record Satisfaction(int asked, int answered, int satisfied, int sum) {
    private static final int GOOD = 4;
    /** The normal distribution's place that 95 of 100 are within. */
    private static final double Z = 1.96;

    /** Counts scores, one for each time somebody was asked; null where they did not say. */
    public static Satisfaction of(Collection<@Nullable Integer> scores) {
        var given = scores.stream().filter(Objects::nonNull).toList();
        return new Satisfaction(
                scores.size(),
                given.size(),
                (int) given.stream().filter(score -> score >= GOOD).count(),
                given.stream().mapToInt(Integer::intValue).sum());
    }

    /** Of those who answered. */
    public double share() {
        return answered == 0 ? 0 : (double) satisfied / answered;
    }

    public double mean() {
        return answered == 0 ? 0 : (double) sum / answered;
    }

    /** Between what the share would be, 95 times of 100, were very many asked. */
    public record Interval(double from, double until) {}

    /** After Wilson (1927): holds for small numbers, and where all or none are satisfied. */
    public Interval interval() {
        if (answered == 0) {
            return new Interval(0, 1);
        }
        double square = Z * Z / answered;
        double middle = (share() + square / 2) / (1 + square);
        double reach =
                Z / (1 + square) * Math.sqrt(share() * (1 - share()) / answered + Z * Z / (4.0 * answered * answered));
        return new Interval(Math.max(0, middle - reach), Math.min(1, middle + reach));
    }
}
