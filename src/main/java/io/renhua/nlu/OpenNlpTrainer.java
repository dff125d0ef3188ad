package io.renhua.nlu;

import java.util.List;

/**
 * Learns from a persona's own sentences, over all its languages at once: a margin model made by OpenNLP's trainer
 * factory and a small net, which vote, and a judge who has seen both meet sentences they were not trained on.
 */
public final class OpenNlpTrainer implements ClassifierTrainer {
    /** Raised whenever the same examples give another model, so that none learnt before is taken for it. */
    static final int VERSION = 8;

    private static final long SEED = 1;

    private final long seed;

    public OpenNlpTrainer() {
        this(SEED);
    }

    /** @param seed what chance is drawn from: another gives another model, as good on average */
    public OpenNlpTrainer(long seed) {
        this.seed = seed;
    }

    @Override
    public Classifier train(List<Example> examples) {
        var lessons = Lesson.of(examples);
        var meant = lessons.stream().filter(Lesson::isMeant).toList();
        var intents = meant.stream().map(Lesson::intent).distinct().toList();
        return switch (intents.size()) {
            case 0 -> utterance -> Ranking.NOTHING;
            case 1 -> new NearestClassifier(intents.getFirst(), Lesson.sentences(meant));
            default ->
                Committee.train(
                        TrainingSet.of(lessons, intents),
                        Memory.of(meant, intents),
                        Spelling.of(Lesson.sentences(meant)),
                        seed);
        };
    }
}
