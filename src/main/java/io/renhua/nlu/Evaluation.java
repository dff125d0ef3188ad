package io.renhua.nlu;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks a classifier what it was not taught. */
public final class Evaluation {
    private final ClassifierTrainer trainer;
    private final UnaryOperator<String> hearing;

    /** What was answered, in the order of the rows, and what it cost. */
    public record Run(List<Answer> answers, Cost cost) {
        public Run {
            answers = List.copyOf(answers);
        }
    }

    public Evaluation(ClassifierTrainer trainer) {
        this(trainer, UnaryOperator.identity());
    }

    /** @param hearing what becomes of a sentence on its way to the classifier: misspelt, say */
    public Evaluation(ClassifierTrainer trainer, UnaryOperator<String> hearing) {
        this.trainer = trainer;
        this.hearing = hearing;
    }

    /** Learns from some rows and is asked the others. */
    public Run heldOut(List<Labelled> training, List<Labelled> test) {
        var examples = training.stream().map(Labelled::asExample).toList();
        var exam = new Exam(trainer, examples, test, heard(test));
        return new Run(exam.answers(), exam.cost());
    }

    /**
     * Cross-validation: learns from all rows but a share, is asked that share, and so on in turn. An intent's only
     * sentence is never asked; empty where no intent has two. The cost is that of the first round.
     *
     * @param always what is taught in every round but that which asks the same sentence
     */
    public Optional<Run> folded(List<Labelled> rows, List<Example> always, int folds, long seed) {
        var deal = Deal.of(rows, folds, seed);
        var texts = heard(rows);
        var answers = new TreeMap<Integer, Answer>();
        var cost = Optional.<Cost>empty();
        for (int round = 0; round < folds; round++) {
            var asked = deal.asked(round).boxed().toList();
            if (!asked.isEmpty()) {
                var taught = deal.taught(round).mapToObj(rows::get).map(Labelled::asExample);
                var examples = Stream.concat(taught, without(chosen(rows, asked), always))
                        .toList();
                var exam = new Exam(trainer, examples, chosen(rows, asked), chosen(texts, asked));
                answers.putAll(numbered(asked, exam.answers()));
                cost = cost.or(() -> Optional.of(exam.cost()));
            }
        }
        return cost.map(first -> new Run(List.copyOf(answers.values()), first));
    }

    private static Stream<Example> without(List<Labelled> asked, List<Example> examples) {
        var hidden = asked.stream().map(Labelled::text).map(Deal::sentence).collect(Collectors.toSet());
        return examples.stream().filter(example -> !hidden.contains(Deal.sentence(example.text())));
    }

    private List<String> heard(List<Labelled> rows) {
        return rows.stream().map(row -> hearing.apply(row.text())).toList();
    }

    private static <T> List<T> chosen(List<T> all, List<Integer> which) {
        return which.stream().map(all::get).toList();
    }

    private static Map<Integer, Answer> numbered(List<Integer> rows, List<Answer> answers) {
        return IntStream.range(0, rows.size()).boxed().collect(Collectors.toMap(rows::get, answers::get));
    }
}
