package io.renhua.lint;

import io.renhua.nlu.Classifier;
import io.renhua.nlu.Ranking;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A classifier that is asked once for each sentence, however many rules want to know. */
final class AskedOnce implements Classifier {
    private final Classifier classifier;
    private final Map<String, Ranking> answers = new ConcurrentHashMap<>();

    AskedOnce(Classifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public Ranking classify(String utterance) {
        return answers.computeIfAbsent(utterance, classifier::classify);
    }
}
