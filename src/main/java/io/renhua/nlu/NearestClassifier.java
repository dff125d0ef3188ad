package io.renhua.nlu;

import java.util.List;

/** Knows one intent only, so all it can tell is how close a sentence comes to the examples. */
final class NearestClassifier implements Classifier {
    private static final int BUCKETS = 1 << 13;
    private static final double SAME = 0.55;
    private static final double AKIN = 0.35;
    private static final Ranking.Bars BARS = new Ranking.Bars(SAME, AKIN);

    private final String intent;
    private final Weights weights;
    private final List<Row> rows;

    NearestClassifier(String intent, List<Utterance> sentences) {
        this.intent = intent;
        this.weights = Weights.even(BUCKETS);
        this.rows = sentences.stream().map(weights::row).toList();
    }

    @Override
    public Ranking classify(String utterance) {
        var row = weights.row(Utterance.of(utterance));
        double closeness = rows.stream().mapToDouble(row::dot).max().orElse(0);
        var band = closeness >= SAME ? Band.SURE : closeness >= AKIN ? Band.LIKELY : Band.NO;
        return row.size() == 0
                ? Ranking.NOTHING
                : new Ranking(List.of(new Candidate(intent, Math.clamp(closeness, 0, 1))), band, BARS);
    }
}
