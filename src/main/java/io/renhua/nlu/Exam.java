package io.renhua.nlu;

import java.util.List;
import java.util.stream.IntStream;

/** One classifier, taught some examples and asked other sentences. */
final class Exam {
    private final List<Labelled> asked;
    private final List<String> heard;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Classifier classifier;

    /** @param heard the sentences as they reach the classifier */
    Exam(ClassifierTrainer trainer, List<Example> taught, List<Labelled> asked, List<String> heard) {
        this.asked = asked;
        this.heard = heard;
        this.classifier = stopwatch.train(() -> trainer.train(taught));
    }

    List<Answer> answers() {
        return IntStream.range(0, asked.size())
                .mapToObj(i -> Answer.of(asked.get(i), classifier.classify(heard.get(i))))
                .toList();
    }

    Cost cost() {
        return stopwatch.cost(classifier, heard);
    }
}
