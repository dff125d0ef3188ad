package io.renhua.nlu;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes an unknown Latin word for the known one that a single slip makes it from: a letter mistaken, missing, added, or
 * swapped with the next. What is a word elsewhere is left alone, for its neighbour among the examples means something else.
 */
final class Spelling {
    /** Shorter words have too many neighbours. */
    private static final int SHORTEST = 4;

    private static final int LONGEST = 24;

    private final long[] words;
    private final int[] counts;

    private Spelling(long[] words, int[] counts) {
        this.words = words;
        this.counts = counts;
    }

    static Spelling of(List<Utterance> sentences) {
        var counted = new TreeMap<Long, Integer>();
        for (var sentence : sentences) {
            for (int token = 0; token < sentence.tokens(); token++) {
                if (isLatin(sentence, token)) {
                    counted.merge(Grams.hashOfWord(sentence.points(token)), 1, Integer::sum);
                }
            }
        }
        return of(counted);
    }

    private static Spelling of(Map<Long, Integer> counted) {
        return new Spelling(
                counted.keySet().stream().mapToLong(Long::longValue).toArray(),
                counted.values().stream().mapToInt(Integer::intValue).toArray());
    }

    static Spelling read(ModelReader in) {
        return new Spelling(in.longs(), in.ints());
    }

    void write(ModelWriter out) {
        out.longs(words).ints(counts);
    }

    /** The same sentence where every word is known, or like none. */
    Utterance corrected(Utterance sentence) {
        var corrected = sentence;
        for (int token = sentence.tokens() - 1; token >= 0; token--) { // backwards, so that places stay what they are
            if (isLatin(sentence, token)) {
                var meant = meant(sentence.points(token));
                corrected = meant.isEmpty() ? corrected : corrected.with(token, meant.get());
            }
        }
        return corrected;
    }

    private static boolean isLatin(Utterance sentence, int token) {
        for (int at = sentence.start(token); at < sentence.end(token); at++) {
            int c = sentence.point(at);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return true;
    }

    /** The commonest known neighbour of an unknown word. */
    private Optional<int[]> meant(int[] said) {
        if (said.length < SHORTEST || said.length > LONGEST || isKnown(said)) {
            return Optional.empty();
        }
        var search = new Search(said);
        search.missing();
        search.swapped();
        search.mistaken();
        search.added();
        return search.count == 0 ? Optional.empty() : Optional.of(search.best);
    }

    private boolean isKnown(int[] word) {
        long hash = Grams.hashOfWord(word);
        return Arrays.binarySearch(words, hash) >= 0 || WordVectors.ENGLISH.place(hash) >= 0;
    }

    /** All that is one slip away. */
    private final class Search {
        private final int[] said;
        private int[] best;
        private int count;

        private Search(int[] said) {
            this.said = said;
            this.best = said;
        }

        private void consider(int[] word) {
            int place = Arrays.binarySearch(words, Grams.hashOfWord(word));
            if (place >= 0 && counts[place] > count) {
                best = word.clone();
                count = counts[place];
            }
        }

        private void swapped() {
            var word = said.clone();
            for (int i = 0; i + 1 < word.length; i++) {
                word[i] = said[i + 1];
                word[i + 1] = said[i];
                consider(word);
                word[i] = said[i];
                word[i + 1] = said[i + 1];
            }
        }

        private void mistaken() {
            var word = said.clone();
            for (int i = 0; i < word.length; i++) {
                for (int c = 'a'; c <= 'z'; c++) {
                    word[i] = c;
                    consider(word);
                }
                word[i] = said[i];
            }
        }

        private void added() {
            var word = Arrays.copyOfRange(said, 1, said.length);
            for (int i = 0; i < said.length; i++) {
                consider(word);
                if (i < word.length) {
                    word[i] = said[i];
                }
            }
        }

        private void missing() {
            var word = new int[said.length + 1];
            System.arraycopy(said, 0, word, 1, said.length);
            for (int i = 0; i < word.length; i++) {
                for (int c = 'a'; c <= 'z'; c++) {
                    word[i] = c;
                    consider(word);
                }
                if (i < said.length) {
                    word[i] = said[i];
                }
            }
        }
    }
}
