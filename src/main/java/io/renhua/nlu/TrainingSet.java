package io.renhua.nlu;

import java.util.Arrays;
import java.util.List;

/** Examples as rows: what the models are made of, and let go afterwards. */
final class TrainingSet {
    private static final int TINY = 150;

    private final String[] intents;
    private final Weights weights;
    private final Size size;
    private final Row[] rows;
    private final int[] labels;

    /** What a set is made for; a part of it, trained on to judge the whole, is made like the whole. */
    enum Size {
        /** So few rows that rarity tells nothing and a net only gets in the way. */
        TINY,
        USUAL,
        /** More than one persona usually has to tell apart: worth more memory. */
        WIDE
    }

    private TrainingSet(String[] intents, Weights weights, Size size, Row[] rows, int[] labels) {
        this.intents = intents;
        this.weights = weights;
        this.size = size;
        this.rows = rows;
        this.labels = labels;
    }

    static TrainingSet of(List<Utterance> sentences, String[] intents, int[] labels) {
        var size = size(sentences.size(), intents.length);
        int buckets = size == Size.WIDE ? 1 << 14 : 1 << 13;
        var grams = sentences.stream().map(Grams::of).toList();
        var weights = size == Size.TINY ? Weights.even(buckets) : Weights.of(grams, buckets);
        var rows = grams.stream().map(weights::row).toArray(Row[]::new);
        return new TrainingSet(intents, weights, size, rows, labels);
    }

    private static Size size(int rows, int intents) {
        if (rows < TINY) {
            return Size.TINY;
        }
        return rows > 3000 || intents > 40 ? Size.WIDE : Size.USUAL;
    }

    Size size() {
        return size;
    }

    String[] intents() {
        return intents;
    }

    Weights weights() {
        return weights;
    }

    int buckets() {
        return weights.buckets();
    }

    Row row(int i) {
        return rows[i];
    }

    int label(int i) {
        return labels[i];
    }

    int count() {
        return rows.length;
    }

    TrainingSet only(int[] chosen) {
        var chosenRows = Arrays.stream(chosen).mapToObj(i -> rows[i]).toArray(Row[]::new);
        var chosenLabels = Arrays.stream(chosen).map(i -> labels[i]).toArray();
        return new TrainingSet(intents, weights, size, chosenRows, chosenLabels);
    }

    /** Which buckets occur at all. */
    boolean[] seen() {
        var seen = new boolean[buckets()];
        for (var row : rows) {
            for (int bucket : row.buckets) {
                seen[bucket] = true;
            }
        }
        return seen;
    }
}
