package io.renhua.nlu;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Examples as rows: what the models are made of, and let go afterwards. */
final class TrainingSet {
    private static final String ELSEWHERE = "";
    private static final int TINY = 150;
    private static final int MANY = 3000;

    private final String[] outcomes;
    private final int intents;
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

    private TrainingSet(String[] outcomes, int intents, Weights weights, Size size, Row[] rows, int[] labels) {
        this.outcomes = outcomes;
        this.intents = intents;
        this.weights = weights;
        this.size = size;
        this.rows = rows;
        this.labels = labels;
    }

    /** What means none of the intents is learnt as one more, which is never an answer. */
    static TrainingSet of(List<Lesson> lessons, List<String> intents) {
        var sentences = Lesson.sentences(lessons);
        var size = size(sentences.size(), intents.size());
        int buckets = size == Size.WIDE ? 1 << 14 : 1 << 13;
        var attention = attention(sentences.size());
        var grams = sentences.stream()
                .map(sentence -> Grams.of(sentence, attention))
                .toList();
        var weights = attention == Attention.LETTERS ? Weights.even(buckets) : Weights.of(grams, buckets, attention);
        var rows = grams.stream().map(weights::row).toArray(Row[]::new);
        var labels = lessons.stream()
                .mapToInt(lesson -> lesson.isMeant() ? intents.indexOf(lesson.intent()) : intents.size())
                .toArray();
        boolean foreign = lessons.stream().anyMatch(lesson -> !lesson.isMeant());
        var outcomes = foreign ? Stream.concat(intents.stream(), Stream.of(ELSEWHERE)) : intents.stream();
        return new TrainingSet(outcomes.toArray(String[]::new), intents.size(), weights, size, rows, labels);
    }

    private static Attention attention(int rows) {
        if (rows < TINY) {
            return Attention.LETTERS;
        }
        return rows < MANY ? Attention.MEANING : Attention.COMPANY;
    }

    private static Size size(int rows, int intents) {
        if (rows < TINY) {
            return Size.TINY;
        }
        return rows >= MANY || intents > 40 ? Size.WIDE : Size.USUAL;
    }

    Size size() {
        return size;
    }

    /** What the models tell apart: the intents, and perhaps last what is none of them. */
    String[] outcomes() {
        return outcomes;
    }

    int intents() {
        return intents;
    }

    /** Whether a row is an example of what is none of the intents. */
    boolean isForeign(int i) {
        return labels[i] == intents;
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
        return new TrainingSet(outcomes, intents, weights, size, chosenRows, chosenLabels);
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
