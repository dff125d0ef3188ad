package io.renhua.nlu;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much sentences have in common, by what they are made of: spelling, case and script hardly matter, word order little.
 * Knows nothing of intents. Immutable and safe to share between threads.
 */
public final class Likeness {
    private static final int BUCKETS = 1 << 16;

    private final List<Row> rows;
    private final List<List<Entry>> byBucket;

    private Likeness(List<Row> rows) {
        this.rows = rows;
        this.byBucket = inverted(rows);
    }

    /**
     * Each of these sentences beside the others.
     *
     * @param usual what else is said there: what many of all these sentences have tells little
     */
    public static Likeness among(List<String> sentences, List<String> usual) {
        var grams = Stream.concat(sentences.stream(), usual.stream())
                .map(each -> Grams.of(Utterance.of(each), Attention.LIKENESS))
                .toList();
        var weights = Weights.of(grams, BUCKETS, Attention.LIKENESS);
        return new Likeness(
                grams.subList(0, sentences.size()).stream().map(weights::row).toList());
    }

    /** From 0 for nothing in common to 1 for the same; what says nothing is like nothing. */
    public double of(int one, int other) {
        return rows.get(one).dot(rows.get(other));
    }

    /** The other sentences that are at least so much like this one, in their order. */
    public List<Near> near(int sentence, double least) {
        var sums = new double[rows.size()];
        var row = rows.get(sentence);
        for (int i = 0; i < row.size(); i++) {
            for (var entry : byBucket.get(row.buckets[i])) {
                sums[entry.sentence] += row.values[i] * entry.value;
            }
        }
        var near = new ArrayList<Near>();
        for (int other = 0; other < sums.length; other++) {
            if (other != sentence && sums[other] >= least) {
                near.add(new Near(other, sums[other]));
            }
        }
        return near;
    }

    /**
     * Another sentence.
     *
     * @param sentence its place among the sentences compared
     */
    public record Near(int sentence, double likeness) {}

    private record Entry(int sentence, float value) {}

    private static List<List<Entry>> inverted(List<Row> rows) {
        var inverted = new ArrayList<List<Entry>>();
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            inverted.add(new ArrayList<>(0));
        }
        for (int sentence = 0; sentence < rows.size(); sentence++) {
            var row = rows.get(sentence);
            for (int i = 0; i < row.size(); i++) {
                inverted.get(row.buckets[i]).add(new Entry(sentence, row.values[i]));
            }
        }
        return inverted;
    }
}
