package io.renhua.nlu;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The models' mean, what the judge makes of it, and the memory of the examples themselves. */
final class Committee implements Classifier {
    private static final double KNOWN = 0.98;
    private static final double MOST_OF_KNOWN = 2;
    private static final int SHOWN = 5;

    private final String[] intents;
    private final Weights weights;
    private final Witness witness;
    private final Judge judge;
    private final Memory memory;
    private final Spelling spelling;

    private Committee(
            String[] intents, Weights weights, Witness witness, Judge judge, Memory memory, Spelling spelling) {
        this.intents = intents;
        this.weights = weights;
        this.witness = witness;
        this.judge = judge;
        this.memory = memory;
        this.spelling = spelling;
    }

    /** The models and their judge learn side by side: either takes half of the time. */
    static Committee train(TrainingSet set, Memory memory, Spelling spelling, long seed) {
        var witness = CompletableFuture.supplyAsync(() -> Witness.train(set, seed));
        var judge = Judge.of(set, seed);
        return new Committee(
                Arrays.copyOf(set.outcomes(), set.intents()), set.weights(), witness.join(), judge, memory, spelling);
    }

    static Committee read(ModelReader in) {
        var intents = in.texts();
        var weights = Weights.read(in);
        return new Committee(
                intents,
                weights,
                Witness.read(intents, weights, in),
                Judge.read(in),
                Memory.read(in),
                Spelling.read(in));
    }

    void write(ModelWriter out) {
        out.texts(intents);
        weights.write(out);
        witness.write(out);
        judge.write(out);
        memory.write(out);
        spelling.write(out);
    }

    @Override
    public Ranking classify(String utterance) {
        var read = Utterance.of(utterance);
        if (read.tokens() == 0) {
            return Ranking.NOTHING;
        }
        var row = weights.row(spelling.corrected(read));
        var evidence = witness.evidence(row);
        var known = memory.intentOf(read);
        return known.isPresent() ? known(evidence, known.getAsInt()) : judged(evidence, witness.known(row));
    }

    /** However sure the models are, a sentence of which no example has anything is none of them. */
    private Ranking judged(Evidence evidence, double known) {
        double confidence = Math.min(judge.confidence(evidence), MOST_OF_KNOWN * known);
        double scale = confidence / Math.max(evidence.shares()[evidence.best()], Double.MIN_NORMAL);
        var confidences = Arrays.stream(evidence.shares())
                .map(share -> Math.min(confidence, share * scale))
                .toArray();
        return ranking(confidences, judge.band(confidence));
    }

    /** An operator wrote this very sentence there. */
    private Ranking known(Evidence evidence, int intent) {
        var confidences = Arrays.stream(evidence.shares())
                .map(share -> share * (1 - KNOWN))
                .toArray();
        confidences[intent] += KNOWN;
        return ranking(confidences, Band.SURE);
    }

    private Ranking ranking(double[] confidences, Band band) {
        var candidates = IntStream.range(0, intents.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -confidences[i]))
                .limit(SHOWN)
                .map(i -> new Candidate(intents[i], confidences[i]))
                .toList();
        return new Ranking(candidates, band, judge.bars());
    }
}
