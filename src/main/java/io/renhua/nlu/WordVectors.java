package io.renhua.nlu;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which Latin words keep like company, so that a word nobody wrote in an example may still sound like one of them. Learnt
 * by {@code src/bench/WordVectors.java} from openly licensed requests; {@code src/docs/understanding.md} names them.
 */
final class WordVectors {
    static final WordVectors ENGLISH = read("words.vec");

    private final int dimensions;
    private final long[] words;
    private final float[] scales;
    private final byte[][] numbers;

    private WordVectors(int dimensions, long[] words, float[] scales, byte[][] numbers) {
        this.dimensions = dimensions;
        this.words = words;
        this.scales = scales;
        this.numbers = numbers;
    }

    int dimensions() {
        return dimensions;
    }

    /** The place of a word, by its hash; negative for one we have never met. */
    int place(long hash) {
        return Arrays.binarySearch(words, hash);
    }

    void add(int place, float[] sum) {
        for (int i = 0; i < dimensions; i++) {
            sum[i] += scales[place] * numbers[place][i];
        }
    }

    private static WordVectors read(String name) {
        try (var file = Objects.requireNonNull(WordVectors.class.getResourceAsStream(name));
                var in = new DataInputStream(new BufferedInputStream(file))) {
            int count = in.readInt();
            int dimensions = in.readInt();
            var scales = new float[count];
            var numbers = new byte[count][dimensions];
            var places = new TreeMap<Long, Integer>();
            for (int word = 0; word < count; word++) {
                places.put(Grams.hashOfWord(in.readUTF().codePoints().toArray()), word);
                scales[word] = in.readFloat();
                in.readFully(numbers[word]);
            }
            return inOrder(dimensions, places, scales, numbers);
        } catch (IOException e) {
            throw new UncheckedIOException("reading our own " + name, e);
        }
    }

    private static WordVectors inOrder(
            int dimensions, SortedMap<Long, Integer> places, float[] scales, byte[][] numbers) {
        var words = places.keySet().stream().mapToLong(Long::longValue).toArray();
        var order = places.values().stream().mapToInt(Integer::intValue).toArray();
        var ordered = new float[words.length];
        var cells = new byte[words.length][];
        for (int i = 0; i < order.length; i++) {
            ordered[i] = scales[order[i]];
            cells[i] = numbers[order[i]];
        }
        return new WordVectors(dimensions, words, ordered, cells);
    }
}
