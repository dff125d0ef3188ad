package io.renhua.nlu;

import io.renhua.text.Pinyin;
import java.util.Arrays;
import opennlp.tools.stemmer.snowball.SnowballStemmer;

/**
 * What an utterance is made of, hashed straight off its code points, in groups: words, pairs of words, stems, grams
 * across the sentence and inside words, and pairs that stand apart. Many small witnesses survive a typo that one word
 * does not. Grams of one and two letters are left out: they are in every Latin sentence and tell nothing.
 */
final class Grams {
    static final int WORDS = 0;
    static final int PAIRS = 1;
    private static final int STEMS = 2;
    static final int ACROSS = 3;
    private static final int INSIDE = 4;
    static final int HAN_APART = 5;
    private static final int SOUNDS = 6;

    /** Latin words apart: they help where thousands of examples show which belong together, and mislead before. */
    static final int WORDS_APART = 7;

    /** So many hashes that two grams rarely share one; models fold them to fewer by the lowest bits. */
    static final int HASHES = 1 << 18;

    /** Not hashes: the places of the words in {@link WordVectors}. */
    static final int MEANINGS = 8;

    private static final int BORDER = '_';
    private static final int FARTHEST = 16;

    private final Utterance utterance;
    private final int[][] found = new int[MEANINGS + 1][];
    private int[] group = new int[64];
    private int size;

    private Grams(Utterance utterance) {
        this.utterance = utterance;
    }

    /** The hashes of each group in rising order, as often as they occur; none of a group that is not looked at. */
    static int[][] of(Utterance utterance, Attention attention) {
        return new Grams(utterance).collect(attention);
    }

    private int[][] collect(Attention attention) {
        for (int number = 0; number < found.length; number++) {
            if (attention.sees(number)) {
                gather(number);
            }
            close(number);
        }
        return found;
    }

    private void gather(int number) {
        switch (number) {
            case WORDS -> words();
            case PAIRS -> pairs();
            case STEMS -> stems();
            case ACROSS -> acrossTheSentence();
            case INSIDE -> insideWords();
            case HAN_APART -> apart(true);
            case SOUNDS -> sounds();
            case WORDS_APART -> apart(false);
            case MEANINGS -> meanings();
            default -> throw new IllegalArgumentException("no group " + number);
        }
    }

    private void words() {
        for (int token = 0; token < utterance.tokens(); token++) {
            add(hashed(1, token));
        }
    }

    /** Two and three characters by their sound alone: homophones are what a Chinese keyboard mistakes. */
    private void sounds() {
        for (int first = 0; first < utterance.tokens(); first++) {
            long hash = 7;
            for (int length = 1; length <= 3 && first + length <= utterance.tokens(); length++) {
                int syllable = Pinyin.syllable(utterance.point(utterance.start(first + length - 1)));
                if (syllable == 0) {
                    break;
                }
                hash = Mix.step(hash, syllable);
                if (length > 1) {
                    add(hash);
                }
            }
        }
    }

    private void meanings() {
        for (int token = 0; token < utterance.tokens(); token++) {
            int place = WordVectors.ENGLISH.place(hashed(1, token));
            if (place >= 0) {
                push(place);
            }
        }
    }

    /** What {@link WordVectors} and {@link Spelling} know a word by: its hash among the words, unfolded. */
    static long hashOfWord(int[] points) {
        long hash = 1;
        for (int c : points) {
            hash = Mix.step(hash, c);
        }
        return hash;
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
        for (int start = 0; start < end; start++) {
            gramsFrom(line, start, end, beginsHan(line, start, end) ? 1 : 3, 3, 4);
        }
    }

    private static boolean beginsHan(int[] line, int start, int end) {
        return Utterance.standsAlone(line[start])
                || (line[start] == BORDER && start + 1 < end && Utterance.standsAlone(line[start + 1]));
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
            int shortest = utterance.isIdeograph(token) ? 2 : 3;
            for (int start = 0; start < word.length; start++) {
                gramsFrom(word, start, word.length, shortest, 5, 5);
            }
        }
    }

    private void gramsFrom(int[] line, int start, int end, int shortest, int longest, long seed) {
        long hash = seed;
        for (int length = 1; length <= longest && start + length <= end; length++) {
            hash = Mix.step(hash, line[start + length - 1]);
            if (length >= shortest) {
                add(hash);
            }
        }
    }

    /** Tokens that do not touch, the first before the second: both ideographs, or not. */
    private void apart(boolean han) {
        for (int first = 0; first < utterance.tokens(); first++) {
            long hash = Mix.step(hashed(6, first), ' ');
            int last = Math.min(utterance.tokens() - 1, first + FARTHEST);
            for (int second = first + 2; second <= last; second++) {
                if (han == (utterance.isIdeograph(first) && utterance.isIdeograph(second))) {
                    add(hashed(hash, second));
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
        push(Mix.fold(hash, HASHES));
    }

    private void push(int number) {
        if (size == group.length) {
            group = Arrays.copyOf(group, 2 * size);
        }
        group[size++] = number;
    }

    private void close(int number) {
        var closed = Arrays.copyOf(group, size);
        Arrays.sort(closed);
        found[number] = closed;
        size = 0;
    }
}
