package io.renhua.nlu;

import java.util.BitSet;

/** The words and pairs of words that were trained on: what a sentence brings besides is foreign. */
final class Vocabulary {
    private final BitSet words;
    private final BitSet pairs;
    private final BitSet buckets;

    private Vocabulary(BitSet words, BitSet pairs, BitSet buckets) {
        this.words = words;
        this.pairs = pairs;
        this.buckets = buckets;
    }

    static Vocabulary of(TrainingSet set) {
        var vocabulary = new Vocabulary(new BitSet(Grams.HASHES), new BitSet(Grams.HASHES), new BitSet(set.buckets()));
        for (int i = 0; i < set.count(); i++) {
            learn(set.row(i).words, vocabulary.words);
            learn(set.row(i).pairs, vocabulary.pairs);
            learn(set.row(i).buckets, vocabulary.buckets);
        }
        return vocabulary;
    }

    static Vocabulary read(ModelReader in) {
        return new Vocabulary(in.bits(), in.bits(), in.bits());
    }

    void write(ModelWriter out) {
        out.bits(words).bits(pairs).bits(buckets);
    }

    double knownWords(Row row) {
        return share(row.words, words);
    }

    double knownPairs(Row row) {
        return share(row.pairs, pairs);
    }

    /** How much of the row, by weight, lies where examples lay. */
    double known(Row row) {
        double known = 0;
        for (int i = 0; i < row.size(); i++) {
            known += buckets.get(row.buckets[i]) ? row.values[i] * row.values[i] : 0;
        }
        return known;
    }

    private static void learn(int[] hashes, BitSet known) {
        for (int hash : hashes) {
            known.set(hash);
        }
    }

    private static double share(int[] hashes, BitSet known) {
        int count = 0;
        for (int hash : hashes) {
            count += known.get(hash) ? 1 : 0;
        }
        return hashes.length == 0 ? 0 : (double) count / hashes.length;
    }
}
