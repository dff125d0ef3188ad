package io.renhua.learning;

import io.renhua.nlu.Candidate;
import io.renhua.nlu.ClassifierTrainer;
import io.renhua.nlu.Example;
import io.renhua.text.Fold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks a persona its own examples, each by a model that has not learnt it: what it would make of sentences it does not
 * know. The same sentence in both Chinese scripts is one.
 */
final class CrossCheck {
    private static final int FOLDS = 5;

    private final ClassifierTrainer trainer;
    private final List<Example> questions;
    private final int[] folds;

    CrossCheck(ClassifierTrainer trainer, List<Example> examples) {
        this.trainer = trainer;
        var seen = new HashSet<List<String>>();
        this.questions = examples.stream()
                .filter(Example::meant)
                .filter(example -> seen.add(List.of(Fold.key(example.text()), example.intent())))
                .toList();
        this.folds = folds(questions);
    }

    /** What is asked, in the script's order. */
    List<Example> questions() {
        return questions;
    }

    /** The intent thought of first for each question, by a model that also learns what is added; empty for none. */
    List<String> answers(List<Example> added) {
        var answers = new String[questions.size()];
        Arrays.fill(answers, "");
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            var kept = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] != out)
                    .mapToObj(questions::get);
            var classifier = trainer.train(Stream.concat(kept, added.stream()).toList());
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] == out) {
                    answers[i] = classifier
                            .classify(questions.get(i).text())
                            .best()
                            .map(Candidate::intent)
                            .orElse("");
                }
            }
        }
        return new ArrayList<>(Arrays.asList(answers));
    }

    double accuracy(List<String> answers) {
        long right = IntStream.range(0, answers.size())
                .filter(i -> answers.get(i).equals(questions.get(i).intent()))
                .count();
        return questions.isEmpty() ? 0 : (double) right / questions.size();
    }

    /** Each intent's examples dealt out in turn. */
    private static int[] folds(List<Example> questions) {
        var dealt = new HashMap<String, Integer>();
        return questions.stream()
                .mapToInt(question -> dealt.merge(question.intent(), 1, Integer::sum) % FOLDS)
                .toArray();
    }
}
