package io.renhua.nlu;

import java.util.Arrays;

/** A sparse vector: buckets in rising order and their values; and the words and pairs of words it was made from. */
final class Row {
    final int[] buckets;
    final float[] values;
    final int[] words;
    final int[] pairs;

    Row(int[] buckets, float[] values, int[] words, int[] pairs) {
        this.buckets = buckets;
        this.values = values;
        this.words = words;
        this.pairs = pairs;
    }

    int size() {
        return buckets.length;
    }

    /** This row and one more vector behind it, from a bucket on, scaled; together they are of length one again. */
    Row and(int bucket, float[] vector, float scale) {
        var longer = Arrays.copyOf(buckets, size() + vector.length);
        var all = Arrays.copyOf(values, longer.length);
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            longer[size() + i] = bucket + i;
            all[size() + i] = vector[i] * scale;
        }
        for (float value : all) {
            square += value * value;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < all.length; i++) {
            all[i] /= length;
        }
        return new Row(longer, all, words, pairs);
    }

    /** How much two rows have in common: 1 for the same, 0 for nothing. */
    double dot(Row other) {
        double sum = 0;
        for (int i = 0, j = 0; i < size() && j < other.size(); ) {
            int order = Integer.compare(buckets[i], other.buckets[j]);
            if (order == 0) {
                sum += values[i] * other.values[j];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return sum;
    }
}
