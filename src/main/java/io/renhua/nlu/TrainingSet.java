package io.renhua.nlu;

import java.util.Arrays;
import java.util.List;

/** Examples as rows: what the models are made of, and let go afterwards. */
final class TrainingSet {
    private static final int TINY = 150;

    private final String[] intents;
    private final Weights weights;
    private final Row[] rows;
    private final int[] labels;

    private TrainingSet(String[] intents, Weights weights, Row[] rows, int[] labels) {
        this.intents = intents;
        this.weights = weights;
        this.rows = rows;
        this.labels = labels;
    }

    static TrainingSet of(List<Utterance> sentences, String[] intents, int[] labels) {
        int buckets = isWide(sentences.size(), intents.length) ? 1 << 14 : 1 << 13;
        var grams = sentences.stream().map(u -> Grams.of(u)).toList();
        var weights = sentences.size() < TINY ? Weights.even(buckets) : Weights.of(grams, buckets);
        return new TrainingSet(
                intents, weights, grams.stream().map(weights::row).toArray(Row[]::new), labels);
    }

    /** More than one persona usually has to tell apart: worth more memory. */
    boolean isWide() {
        return isWide(size(), intents.length);
    }

    private static boolean isWide(int rows, int intents) {
        return rows > 3000 || intents > 40;
    }

    /** So few rows that rarity tells nothing and a net only gets in the way. */
    boolean isTiny() {
        return size() < TINY;
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

    int size() {
        return rows.length;
    }

    String intentOf(int row) {
        return intents[labels[row]];
    }

    TrainingSet only(int[] chosen) {
        var chosenRows = Arrays.stream(chosen).mapToObj(i -> rows[i]).toArray(Row[]::new);
        var chosenLabels = Arrays.stream(chosen).map(i -> labels[i]).toArray();
        return new TrainingSet(intents, weights, chosenRows, chosenLabels);
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
