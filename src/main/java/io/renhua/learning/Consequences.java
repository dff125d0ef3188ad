package io.renhua.learning;

import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Rehearsal;
import io.renhua.nlu.Answer;
import io.renhua.nlu.Band;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.ClassifierTrainer;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.Evaluation;
import io.renhua.nlu.Example;
import io.renhua.nlu.Labelled;
import io.renhua.nlu.Ranking;
import io.renhua.persona.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Trains the persona as it would be, and compares it with how it is. Takes as long as a dozen trainings. */
public final class Consequences {
    private static final int FOLDS = 5;
    private static final long SEED = 1;

    private final ClassifierTrainer trainer;

    public Consequences(ClassifierTrainer trainer) {
        this.trainer = trainer;
    }

    /** @param others what else was not understood */
    public Proposal of(Draft draft, List<Cluster> others) {
        var today = new Learnt(draft.today());
        var tomorrow = new Learnt(draft.tomorrow());
        var before = unlearnt(today.examples, List.of());
        var after = unlearnt(today.examples, added(today.examples, tomorrow.examples));
        return new Proposal(
                draft.today().id(),
                draft.line(),
                draft.fingerprint(),
                draft.added(),
                draft.left(),
                draft.warnings(),
                stolen(draft.line(), before, after),
                tests(today.live, tomorrow.live),
                draft.today().tests().size(),
                accuracy(before),
                accuracy(after),
                before.size(),
                alsoUnderstood(draft, tomorrow.live.classifier(), others));
    }

    private static List<Example> added(List<Example> today, List<Example> tomorrow) {
        var fresh = new ArrayList<>(tomorrow);
        today.forEach(fresh::remove);
        return fresh;
    }

    /** Every sentence asked of a persona that has not learnt it, but what is added. */
    private List<Answer> unlearnt(List<Example> examples, List<Example> added) {
        var questions = examples.stream()
                .filter(Example::meant)
                .map(example -> new Labelled(example.text(), example.intent(), ""))
                .toList();
        return new Evaluation(trainer)
                .folded(questions, added, FOLDS, SEED)
                .map(Evaluation.Run::answers)
                .orElse(List.of());
    }

    private static double accuracy(List<Answer> answers) {
        return answers.stream()
                .mapToInt(answer -> answer.isBestRight() ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static List<Proposal.Stolen> stolen(String line, List<Answer> before, List<Answer> after) {
        return IntStream.range(0, before.size())
                .filter(i -> before.get(i).isBestRight())
                .filter(i -> !before.get(i).best().equals(line)
                        && after.get(i).best().equals(line))
                .mapToObj(i -> before.get(i).asked())
                .map(asked -> new Proposal.Stolen(asked.text(), asked.intent(), line))
                .distinct()
                .toList();
    }

    private static List<Proposal.TestChange> tests(LivePersona today, LivePersona tomorrow) {
        var before = new Rehearsal(today).all();
        var after = new Rehearsal(tomorrow).all();
        return IntStream.range(0, before.size())
                .filter(i -> passes(before.get(i)) != passes(after.get(i)))
                .mapToObj(i -> new Proposal.TestChange(
                        before.get(i).test().place(), before.get(i).test().name(), passes(after.get(i))))
                .toList();
    }

    private static boolean passes(Rehearsal.Outcome outcome) {
        return outcome instanceof Rehearsal.Outcome.Passed;
    }

    private static List<String> alsoUnderstood(Draft draft, Classifier tomorrow, List<Cluster> others) {
        var added = draft.added().stream().map(Cluster.Sentence::words).toList();
        return others.stream()
                .flatMap(cluster -> cluster.sentences().stream())
                .map(Cluster.Sentence::words)
                .filter(words -> !added.contains(words) && !Saying.open(words).isEmpty())
                .filter(words -> isMeant(draft.line(), tomorrow.classify(Saying.open(words))))
                .toList();
    }

    private static boolean isMeant(String line, Ranking ranking) {
        return ranking.band() == Band.SURE
                && ranking.best().filter(best -> best.intent().equals(line)).isPresent();
    }

    /** A persona that has learnt, and what it learnt from. */
    private final class Learnt {
        private final List<Example> examples = new ArrayList<>();
        private final LivePersona live;

        Learnt(Persona persona) {
            live = LivePersona.learn(
                    persona,
                    lessons -> {
                        examples.addAll(lessons);
                        return trainer.train(lessons);
                    },
                    EntityFinders::of);
        }
    }
}
