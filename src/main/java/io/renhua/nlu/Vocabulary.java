package io.renhua.nlu;

import java.util.BitSet;

/** The words and pairs of words that were trained on: what a sentence brings besides is foreign. */
final class Vocabulary {
    private final BitSet words = new BitSet(Grams.HASHES);
    private final BitSet pairs = new BitSet(Grams.HASHES);

    static Vocabulary of(TrainingSet set) {
        var vocabulary = new Vocabulary();
        for (int i = 0; i < set.count(); i++) {
            learn(set.row(i).words, vocabulary.words);
            learn(set.row(i).pairs, vocabulary.pairs);
        }
        return vocabulary;
    }

    double knownWords(Row row) {
        return share(row.words, words);
    }

    double knownPairs(Row row) {
        return share(row.pairs, pairs);
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
