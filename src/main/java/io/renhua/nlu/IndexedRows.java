package io.renhua.nlu;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;

/** A training set as OpenNLP's trainers take it: rows are numbers already, so nothing is left to index. */
final class IndexedRows implements DataIndexer {
    private final TrainingSet set;
    private final int[] seen;
    private final int[] outcomes;

    IndexedRows(TrainingSet set) {
        var isSeen = set.seen();
        this.set = set;
        this.seen = IntStream.range(0, isSeen.length).filter(i -> isSeen[i]).toArray();
        this.outcomes = rows().map(set::label).distinct().sorted().toArray();
    }

    /** Each row's buckets by their place among those seen, and last the bias. */
    @Override
    public int[][] getContexts() {
        var places = new int[set.buckets()];
        for (int place = 0; place < seen.length; place++) {
            places[seen[place]] = place;
        }
        return rows().mapToObj(set::row)
                .map(row -> IntStream.concat(Arrays.stream(row.buckets).map(b -> places[b]), IntStream.of(seen.length))
                        .toArray())
                .toArray(int[][]::new);
    }

    @Override
    public float[][] getValues() {
        return rows().mapToObj(i -> withBias(set.row(i).values)).toArray(float[][]::new);
    }

    @Override
    public int[] getOutcomeList() {
        return rows().map(i -> Arrays.binarySearch(outcomes, set.label(i))).toArray();
    }

    @Override
    public String[] getOutcomeLabels() {
        return Arrays.stream(outcomes).mapToObj(label -> set.outcomes()[label]).toArray(String[]::new);
    }

    @Override
    public String[] getPredLabels() {
        return IntStream.concat(Arrays.stream(seen), IntStream.of(set.buckets()))
                .mapToObj(Integer::toString)
                .toArray(String[]::new);
    }

    @Override
    public int[] getNumTimesEventsSeen() {
        return rows().map(i -> 1).toArray();
    }

    @Override
    public int[] getPredCounts() {
        return new int[seen.length + 1];
    }

    @Override
    public int getNumEvents() {
        return set.count();
    }

    @Override
    public void init(TrainingParameters parameters, Map<String, String> report) {}

    @Override
    public void index(ObjectStream<Event> events) {
        throw new UnsupportedOperationException("rows are indexed already");
    }

    private static float[] withBias(float[] values) {
        var biased = Arrays.copyOf(values, values.length + 1);
        biased[values.length] = 1;
        return biased;
    }

    private IntStream rows() {
        return IntStream.range(0, set.count());
    }
}
