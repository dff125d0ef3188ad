package io.renhua.nlu;

import java.util.SplittableRandom;

/** Trains a {@link Net} one row at a time by falling steps, forgetting half of what it reads so that it learns the rest. */
final class NetTrainer {
    private static final float RATE = 0.1f;
    private static final float LAST_RATE = 0.05f;
    private static final float INPUT_KEPT = 0.5f;
    private static final float HIDDEN_KEPT = 0.7f;
    private static final float SMOOTHING = 0.1f;
    private static final float[] UNSEEN = {};

    private final TrainingSet set;
    private final int hidden;
    private final int intents;
    private final SplittableRandom random;
    private final float[][] in;
    private final float[] bias;
    private final float[][] out;
    private final float[] outBias;
    private final float[] activity;
    private final float[] slope;
    private final float[] scores;
    private int[] keptBuckets = new int[64];
    private float[] keptValues = new float[64];

    private NetTrainer(TrainingSet set, int hidden, long seed) {
        this.set = set;
        this.hidden = hidden;
        this.intents = set.outcomes().length;
        this.random = new SplittableRandom(seed);
        this.in = random(set.buckets(), hidden);
        this.out = random(hidden, intents);
        this.bias = new float[hidden];
        this.outBias = new float[intents];
        this.activity = new float[hidden];
        this.slope = new float[hidden];
        this.scores = new float[intents];
    }

    static Net train(TrainingSet set, int hidden, int epochs, long seed) {
        var trainer = new NetTrainer(set, hidden, seed);
        trainer.run(epochs);
        return trainer.net();
    }

    private float[][] random(int rows, int columns) {
        var numbers = new float[rows][columns];
        double reach = Math.sqrt(3.0 / hidden);
        for (var row : numbers) {
            for (int i = 0; i < columns; i++) {
                row[i] = (float) ((2 * random.nextDouble() - 1) * reach);
            }
        }
        return numbers;
    }

    private void run(int epochs) {
        var order = new int[set.count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        long steps = (long) epochs * order.length;
        long step = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order);
            for (int row : order) {
                float left = 1 - (float) step++ / steps;
                learn(set.row(row), set.label(row), RATE * Math.max(LAST_RATE, left));
            }
        }
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
    }

    private void learn(Row row, int intent, float rate) {
        int kept = keep(row);
        forward(kept);
        Softmax.inPlace(scores);
        for (int i = 0; i < intents; i++) {
            scores[i] -= SMOOTHING / intents;
        }
        scores[intent] -= 1 - SMOOTHING;
        backward(kept, rate);
    }

    /** The features that are read this time. */
    private int keep(Row row) {
        if (keptBuckets.length < row.size()) {
            keptBuckets = new int[row.size()];
            keptValues = new float[row.size()];
        }
        int kept = 0;
        long bits = 0;
        for (int i = 0; i < row.size(); i++) {
            bits = (i & 63) == 0 ? random.nextLong() : bits >>> 1;
            if ((bits & 1) == 1) {
                keptBuckets[kept] = row.buckets[i];
                keptValues[kept++] = row.values[i] / INPUT_KEPT;
            }
        }
        return kept;
    }

    private void forward(int kept) {
        System.arraycopy(bias, 0, activity, 0, hidden);
        for (int i = 0; i < kept; i++) {
            addScaled(activity, keptValues[i], in[keptBuckets[i]]);
        }
        System.arraycopy(outBias, 0, scores, 0, intents);
        for (int i = 0; i < hidden; i++) {
            boolean alive = activity[i] > 0 && random.nextInt(1000) < HIDDEN_KEPT * 1000;
            activity[i] = alive ? activity[i] / HIDDEN_KEPT : 0;
            if (alive) {
                addScaled(scores, activity[i], out[i]);
            }
        }
    }

    private void backward(int kept, float rate) {
        for (int i = 0; i < hidden; i++) {
            slope[i] = 0;
            if (activity[i] > 0) {
                slope[i] = -rate * dot(scores, out[i]) / HIDDEN_KEPT;
                addScaled(out[i], -rate * activity[i], scores);
            }
        }
        addScaled(outBias, -rate, scores);
        addScaled(bias, 1, slope);
        for (int i = 0; i < kept; i++) {
            addScaled(in[keptBuckets[i]], keptValues[i], slope);
        }
    }

    private static void addScaled(float[] to, float scale, float[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += scale * what[i];
        }
    }

    /** Eight sums side by side, always in the same order: quick, and the same bits every time. */
    private static float dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int i = 0;
        for (; i + 7 < a.length; i += 8) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
            s4 += a[i + 4] * b[i + 4];
            s5 += a[i + 5] * b[i + 5];
            s6 += a[i + 6] * b[i + 6];
            s7 += a[i + 7] * b[i + 7];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
    }

    private Net net() {
        var seen = set.seen();
        var rows = new float[set.buckets()][];
        for (int bucket = 0; bucket < rows.length; bucket++) {
            rows[bucket] = seen[bucket] ? in[bucket] : UNSEEN;
        }
        return new Net(set.outcomes(), set.weights(), Table.of(rows, hidden), bias, oneAfterAnother(out), outBias);
    }

    private static float[] oneAfterAnother(float[][] rows) {
        int columns = rows[0].length;
        var all = new float[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, all, row * columns, columns);
        }
        return all;
    }
}
