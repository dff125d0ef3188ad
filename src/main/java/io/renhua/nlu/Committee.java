package io.renhua.nlu;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Both models' mean, and what the judge makes of it. */
final class Committee implements Classifier {
    private static final int SHOWN = 5;

    private final String[] intents;
    private final Weights weights;
    private final Models models;
    private final Judge judge;
    private final Memory memory;

    private Committee(String[] intents, Weights weights, Models models, Judge judge, Memory memory) {
        this.intents = intents;
        this.weights = weights;
        this.models = models;
        this.judge = judge;
        this.memory = memory;
    }

    static Committee train(TrainingSet set, Memory memory) {
        return new Committee(set.intents(), set.weights(), Models.train(set), Judge.of(set), memory);
    }

    @Override
    public Ranking classify(String utterance) {
        var read = Utterance.of(utterance);
        var known = memory.intentOf(read);
        if (read.tokens() == 0) {
            return Ranking.NOTHING;
        }
        var votes = models.votes(weights.row(Grams.of(read, weights.buckets())));
        return known.isPresent() ? ranking(asKnown(votes, known.getAsInt()), Band.SURE) : judged(votes);
    }

    private Ranking judged(Votes votes) {
        double trust = judge.trust(votes);
        var confidences =
                Arrays.stream(votes.shares()).map(share -> share * trust).toArray();
        return ranking(confidences, judge.band(votes));
    }

    /** An operator wrote this very sentence there. */
    private static double[] asKnown(Votes votes, int intent) {
        var shares = Arrays.stream(votes.shares())
                .map(share -> share * (1 - Judge.CERTAIN))
                .toArray();
        shares[intent] += Judge.CERTAIN;
        return shares;
    }

    private Ranking ranking(double[] confidences, Band band) {
        var candidates = IntStream.range(0, intents.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -confidences[i]))
                .limit(SHOWN)
                .map(i -> new Candidate(intents[i], confidences[i]))
                .toList();
        return new Ranking(candidates, band);
    }
}
