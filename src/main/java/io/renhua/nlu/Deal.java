package io.renhua.nlu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Which rows are asked in which round of a cross-validation: a share of every intent, by lot. Sentences that differ in
 * nothing we look at stay together, or the model would be asked what it was taught.
 */
final class Deal {
    private static final int NEVER = -1;

    private final int[] rounds;

    private Deal(int[] rounds) {
        this.rounds = rounds;
    }

    static Deal of(List<Labelled> rows, int folds, long seed) {
        var random = new SplittableRandom(seed);
        var rounds = new int[rows.size()];
        Arrays.fill(rounds, NEVER);
        int next = 0;
        for (var sentences : sentencesByIntent(rows)) {
            shuffle(sentences, random);
            for (var sentence : sentences) {
                int round = sentences.size() == 1 ? NEVER : next++ % folds;
                sentence.forEach(row -> rounds[row] = round);
            }
        }
        return new Deal(rounds);
    }

    IntStream asked(int round) {
        return rows().filter(row -> rounds[row] == round);
    }

    /** What is taught in that round; an intent's only sentence always is. */
    IntStream taught(int round) {
        return rows().filter(row -> rounds[row] != round);
    }

    /** The same number for sentences that differ in nothing we look at. */
    static long sentence(String text) {
        return Utterance.ofExample(text).fingerprint();
    }

    private IntStream rows() {
        return IntStream.range(0, rounds.length);
    }

    /** For each intent its sentences, for each sentence the rows that say it. */
    private static List<List<List<Integer>>> sentencesByIntent(List<Labelled> rows) {
        var byIntent = new LinkedHashMap<String, LinkedHashMap<Long, List<Integer>>>();
        for (int row = 0; row < rows.size(); row++) {
            var labelled = rows.get(row);
            byIntent.computeIfAbsent(labelled.intent(), intent -> new LinkedHashMap<>())
                    .computeIfAbsent(sentence(labelled.text()), sentence -> new ArrayList<>())
                    .add(row);
        }
        return byIntent.values().stream()
                .<List<List<Integer>>>map(sentences -> new ArrayList<>(sentences.values()))
                .toList();
    }

    private static <T> void shuffle(List<T> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            list.set(i, list.set(other, list.get(i)));
        }
    }
}
