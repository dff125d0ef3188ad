package io.renhua.nlu;

/**
 * A row of small numbers for each bucket that training has seen, one byte each with a scale for each column: a quarter
 * of the memory of floats, for no loss that we could measure.
 */
final class Table {
    private static final char UNSEEN = Character.MAX_VALUE;

    private final char[] places;
    private final byte[] cells;
    private final float[] scales;

    private Table(char[] places, byte[] cells, float[] scales) {
        this.places = places;
        this.cells = cells;
        this.scales = scales;
    }

    /** @param rows one for each bucket, empty where it was never seen */
    static Table of(float[][] rows, int columns) {
        var scales = new float[columns];
        int seen = 0;
        for (var row : rows) {
            seen += row.length == 0 ? 0 : 1;
            for (int i = 0; i < row.length; i++) {
                scales[i] = Math.max(scales[i], Math.abs(row[i]) / Byte.MAX_VALUE);
            }
        }
        var places = new char[rows.length];
        var cells = new byte[seen * columns];
        int place = 0;
        for (int bucket = 0; bucket < rows.length; bucket++) {
            var row = rows[bucket];
            places[bucket] = row.length == 0 ? UNSEEN : (char) place;
            if (row.length > 0) {
                pack(row, cells, place++ * columns, scales);
            }
        }
        return new Table(places, cells, scales);
    }

    private static void pack(float[] row, byte[] cells, int from, float[] scales) {
        for (int i = 0; i < scales.length; i++) {
            cells[from + i] = (byte) (scales[i] == 0 ? 0 : Math.round(row[i] / scales[i]));
        }
    }

    static Table read(ModelReader in) {
        return new Table(in.chars(), in.bytes(), in.floats());
    }

    void write(ModelWriter out) {
        out.chars(places).bytes(cells).floats(scales);
    }

    /** The sum of the buckets' rows, each as much as the bucket weighs. */
    float[] times(Row row) {
        int columns = scales.length;
        var sums = new float[columns];
        for (int i = 0; i < row.size(); i++) {
            char place = places[row.buckets[i]];
            if (place != UNSEEN) {
                add(place * columns, row.values[i], sums);
            }
        }
        for (int i = 0; i < columns; i++) {
            sums[i] *= scales[i];
        }
        return sums;
    }

    private void add(int from, float value, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += value * cells[from + i];
        }
    }
}
