package io.renhua.nlu;

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
