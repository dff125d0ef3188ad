package io.renhua.nlu;

import java.util.Arrays;
import opennlp.tools.stemmer.snowball.SnowballStemmer;

/**
 * What an utterance is made of, hashed straight off its code points, in five groups: words, pairs of words, stems,
 * 1-3-grams across the sentence, 2-5-grams inside words. Many small witnesses survive a typo that one word does not.
 */
final class Grams {
    static final int WORDS = 0;
    static final int PAIRS = 1;

    /** So many hashes that two grams rarely share one; models fold them to fewer by the lowest bits. */
    static final int HASHES = 1 << 18;

    private static final int BORDER = '_';

    private final Utterance utterance;
    private final int[][] found = new int[5][];
    private int[] group = new int[64];
    private int size;

    private Grams(Utterance utterance) {
        this.utterance = utterance;
    }

    /** The hashes of each group in rising order, as often as they occur. */
    static int[][] of(Utterance utterance) {
        return new Grams(utterance).collect();
    }

    private int[][] collect() {
        words();
        close(WORDS);
        pairs();
        close(PAIRS);
        stems();
        close(2);
        acrossTheSentence();
        close(3);
        insideWords();
        close(4);
        return found;
    }

    private void words() {
        for (int token = 0; token < utterance.tokens(); token++) {
            add(hashed(1, token));
        }
    }

    private void pairs() {
        for (int token = 0; token <= utterance.tokens(); token++) {
            long hash = token == 0 ? Mix.step(2, BORDER) : hashed(2, token - 1);
            hash = Mix.step(hash, ' ');
            add(token == utterance.tokens() ? Mix.step(hash, BORDER) : hashed(hash, token));
        }
    }

    /** English endings only; other languages' words rarely meet the same stem by its rules. */
    private void stems() {
        SnowballStemmer stemmer = null;
        for (int token = 0; token < utterance.tokens(); token++) {
            if (utterance.isIdeograph(token)) {
                add(hashed(3, token));
                continue;
            }
            stemmer = stemmer == null ? new SnowballStemmer(SnowballStemmer.ALGORITHM.ENGLISH) : stemmer;
            var stem = stemmer.stem(utterance.word(token));
            add(stem.codePoints().asLongStream().reduce(3, (hash, c) -> Mix.step(hash, (int) c)));
        }
    }

    private void acrossTheSentence() {
        var line = new int[lengthOfLine()];
        int end = 0;
        line[end++] = BORDER;
        for (int token = 0; token < utterance.tokens(); token++) {
            for (int at = utterance.start(token); at < utterance.end(token); at++) {
                line[end++] = utterance.point(at);
            }
            if (bordersAfter(token)) {
                line[end++] = BORDER;
            }
        }
        grams(line, end, 1, 3, 4);
    }

    private int lengthOfLine() {
        int length = 1;
        for (int token = 0; token < utterance.tokens(); token++) {
            length += utterance.end(token) - utterance.start(token) + 1;
        }
        return length;
    }

    private boolean bordersAfter(int token) {
        return token + 1 == utterance.tokens() || !utterance.isIdeograph(token) || !utterance.isIdeograph(token + 1);
    }

    private void insideWords() {
        for (int token = 0; token < utterance.tokens(); token++) {
            int length = utterance.end(token) - utterance.start(token);
            var word = new int[length + 2];
            word[0] = BORDER;
            for (int at = 0; at < length; at++) {
                word[at + 1] = utterance.point(utterance.start(token) + at);
            }
            word[length + 1] = BORDER;
            grams(word, word.length, 2, 5, 5);
        }
    }

    private void grams(int[] line, int end, int shortest, int longest, long seed) {
        for (int start = 0; start < end; start++) {
            long hash = seed;
            for (int length = 1; length <= longest && start + length <= end; length++) {
                hash = Mix.step(hash, line[start + length - 1]);
                if (length >= shortest) {
                    add(hash);
                }
            }
        }
    }

    private long hashed(long seed, int token) {
        long hash = seed;
        for (int at = utterance.start(token); at < utterance.end(token); at++) {
            hash = Mix.step(hash, utterance.point(at));
        }
        return hash;
    }

    private void add(long hash) {
        if (size == group.length) {
            group = Arrays.copyOf(group, 2 * size);
        }
        group[size++] = Mix.fold(hash, HASHES);
    }

    private void close(int number) {
        var closed = Arrays.copyOf(group, size);
        Arrays.sort(closed);
        found[number] = closed;
        size = 0;
    }
}
