package io.renhua.nlu;

import java.util.Arrays;
import java.util.List;

/** How much each bucket tells: rare ones much, those in every sentence little, those never seen nothing. */
final class Weights {
    private final float[] rarity;
    private final Attention attention;

    private Weights(float[] rarity, Attention attention) {
        this.rarity = rarity;
        this.attention = attention;
    }

    static Weights of(List<int[][]> sentences, int buckets, Attention attention) {
        var frequency = new int[buckets];
        var seenIn = new int[buckets];
        for (int number = 1; number <= sentences.size(); number++) {
            for (int group = attention.from; group < attention.to; group++) {
                for (int hash : sentences.get(number - 1)[group]) {
                    int bucket = hash & (buckets - 1);
                    frequency[bucket] += seenIn[bucket] == number ? 0 : 1;
                    seenIn[bucket] = number;
                }
            }
        }
        var rarity = new float[buckets];
        for (int bucket = 0; bucket < buckets; bucket++) {
            rarity[bucket] = (float) (StrictMath.log((1.0 + sentences.size()) / (1.0 + frequency[bucket])) + 1);
        }
        return new Weights(rarity, attention);
    }

    /** Every bucket as telling as the next. */
    static Weights even(int buckets) {
        var rarity = new float[buckets];
        Arrays.fill(rarity, 1);
        return new Weights(rarity, Attention.LETTERS);
    }

    static Weights read(ModelReader in) {
        return new Weights(in.floats(), Attention.valueOf(in.texts()[0]));
    }

    void write(ModelWriter out) {
        out.floats(rarity).texts(new String[] {attention.name()});
    }

    /** So many grams are told apart, and then the numbers of what they mean. */
    int buckets() {
        return rarity.length + WordVectors.ENGLISH.dimensions();
    }

    Row row(Utterance utterance) {
        return row(Grams.of(utterance, attention));
    }

    /** Each group brought to length one, then the whole, so that long groups do not drown short ones. */
    Row row(int[][] grams) {
        int size = Arrays.stream(grams).mapToInt(group -> group.length).sum();
        var all = new long[size];
        int end = 0;
        for (int group = attention.from; group < attention.to; group++) {
            end = appendGroup(grams[group], all, end);
        }
        var row = merged(all, end, grams);
        int[] meanings = grams[Grams.MEANINGS];
        return attention.meaning == 0 || meanings.length == 0 ? row : withMeaning(row, meanings);
    }

    private int appendGroup(int[] group, long[] all, int from) {
        int end = from;
        double square = 0;
        for (int at = 0; at < group.length; ) {
            int next = at;
            while (next < group.length && group[next] == group[at]) {
                next++;
            }
            float value = (float) (damped(next - at) * rarity[group[at] & (rarity.length - 1)]);
            square += value * value;
            all[end++] = ((long) (group[at] & (rarity.length - 1)) << 32) | Float.floatToRawIntBits(value);
            at = next;
        }
        float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        for (int i = from; i < end; i++) {
            float value = Float.intBitsToFloat((int) all[i]) * scale;
            all[i] = (all[i] & 0xFFFFFFFF00000000L) | Float.floatToRawIntBits(value);
        }
        return end;
    }

    private Row withMeaning(Row row, int[] words) {
        var meaning = new float[WordVectors.ENGLISH.dimensions()];
        double square = 0;
        for (int word : words) {
            WordVectors.ENGLISH.add(word, meaning);
        }
        for (float number : meaning) {
            square += number * number;
        }
        return row.and(rarity.length, meaning, (float) (attention.meaning / Math.sqrt(square)));
    }

    /** Said thrice is not thrice as true. */
    private static double damped(int times) {
        return times == 1 ? 1 : 1 + StrictMath.log(times);
    }

    private static Row merged(long[] all, int size, int[][] grams) {
        Arrays.sort(all, 0, size);
        var buckets = new int[size];
        var values = new float[size];
        int end = 0;
        double square = 0;
        for (int i = 0; i < size; i++) {
            int bucket = (int) (all[i] >>> 32);
            float value = Float.intBitsToFloat((int) all[i]);
            if (end > 0 && buckets[end - 1] == bucket) {
                values[end - 1] += value;
            } else {
                buckets[end] = bucket;
                values[end++] = value;
            }
        }
        for (int i = 0; i < end; i++) {
            square += values[i] * values[i];
        }
        float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        for (int i = 0; i < end; i++) {
            values[i] *= scale;
        }
        return new Row(Arrays.copyOf(buckets, end), Arrays.copyOf(values, end), grams[Grams.WORDS], grams[Grams.PAIRS]);
    }
}
