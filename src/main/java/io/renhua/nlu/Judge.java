package io.renhua.nlu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells sentences that are none of the intents. It learns what familiar looks like from examples held out of training
 * in turn: the height of the best scores tells more than their distance, and scores of training rows would flatter.
 */
final class Judge {
    static final double CERTAIN = 0.98;

    private static final int FOLDS = 4;
    private static final int ENOUGH_HELD_OUT = 800;
    private static final double NET_COUNTS = 1.5;
    private static final double REFUSED = 0.05;
    private static final double DOUBTED = 0.15;

    private final double marginMean;
    private final double marginSpread;
    private final double netMean;
    private final double netSpread;
    private final double floor;
    private final double doubt;
    private final double middle;

    private Judge(List<Votes> heldOut) {
        var margins = heldOut.stream().mapToDouble(Votes::margin).toArray();
        var nets = heldOut.stream().mapToDouble(Votes::net).toArray();
        marginMean = mean(margins);
        marginSpread = spread(margins, marginMean);
        netMean = mean(nets);
        netSpread = spread(nets, netMean);
        var familiar = heldOut.stream().mapToDouble(this::familiarity).sorted().toArray();
        floor = quantile(familiar, REFUSED);
        doubt = quantile(familiar, DOUBTED);
        middle = Math.max(quantile(familiar, 0.5), floor + 0.1);
    }

    static Judge of(TrainingSet set) {
        var folds = folds(set);
        var heldOut = new ArrayList<Votes>();
        for (int fold = 0; fold < FOLDS && heldOut.size() < ENOUGH_HELD_OUT; fold++) {
            int held = fold;
            var models = Models.train(
                    set.only(rows(set).filter(i -> folds[i] != held).toArray()));
            rows(set)
                    .filter(i -> folds[i] == held)
                    .mapToObj(i -> models.votes(set.row(i)))
                    .forEach(heldOut::add);
        }
        return new Judge(heldOut);
    }

    /** Each intent's rows dealt out in turn; the only row of an intent is never held out. */
    private static int[] folds(TrainingSet set) {
        var sizes = new int[set.intents().length];
        rows(set).forEach(i -> sizes[set.label(i)]++);
        var dealt = new int[sizes.length];
        return rows(set)
                .map(set::label)
                .map(label -> sizes[label] == 1 ? -1 : (label + dealt[label]++) % FOLDS)
                .toArray();
    }

    private static IntStream rows(TrainingSet set) {
        return IntStream.range(0, set.size());
    }

    Band band(Votes votes) {
        double familiarity = familiarity(votes);
        if (familiarity < floor) {
            return Band.NO;
        }
        boolean clear = votes.shares()[votes.best()] >= 0.5;
        return familiarity >= doubt && clear ? Band.SURE : Band.LIKELY;
    }

    /** How likely it is one of the intents at all. */
    double trust(Votes votes) {
        double steepness = 3 / (middle - floor);
        return 1 / (1 + StrictMath.exp(-steepness * (familiarity(votes) - floor)));
    }

    private double familiarity(Votes votes) {
        return (votes.margin() - marginMean) / marginSpread + NET_COUNTS * (votes.net() - netMean) / netSpread;
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElse(0);
    }

    private static double spread(double[] numbers, double mean) {
        double variance = Arrays.stream(numbers)
                .map(n -> (n - mean) * (n - mean))
                .average()
                .orElse(0);
        return variance == 0 ? 1 : Math.sqrt(variance);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }
}
