package io.renhua.nlu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Learns from a persona's own sentences, over all its languages at once: a margin model made by OpenNLP's trainer
 * factory and a small net, which vote, and a judge who has seen both meet sentences they were not trained on.
 */
public final class OpenNlpTrainer implements ClassifierTrainer {
    /** Raised whenever the same examples give another model, so that none learnt before is taken for it. */
    static final int VERSION = 1;

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
        var intents = new ArrayList<String>();
        var sentences = new ArrayList<Utterance>();
        gather(examples, intents, sentences);

        var names = intents.stream().distinct().toArray(String[]::new);
        if (names.length == 0) {
            return utterance -> Ranking.NOTHING;
        }
        if (names.length == 1) {
            return new NearestClassifier(names[0], sentences);
        }
        var labels = intents.stream().mapToInt(Arrays.asList(names)::indexOf).toArray();
        return Committee.train(TrainingSet.of(sentences, names, labels), Memory.of(sentences, labels), seed);
    }

    /** What says something, and says it for the first time. */
    private static void gather(List<Example> examples, List<String> intents, List<Utterance> sentences) {
        var seen = new HashSet<List<Object>>();
        for (var example : examples) {
            var sentence = Utterance.ofExample(example.text());
            if (example.meant() && sentence.tokens() > 0 && seen.add(List.of(sentence.fingerprint(), example.intent()))) {
                intents.add(example.intent());
                sentences.add(sentence);
            }
        }
    }
}
