package io.renhua.learning;

import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Rehearsal;
import io.renhua.nlu.Band;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.ClassifierTrainer;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.Example;
import io.renhua.nlu.Ranking;
import io.renhua.persona.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Trains the persona as it would be, and compares it with how it is. Takes as long as a dozen trainings. */
public final class Consequences {
    private final ClassifierTrainer trainer;

    public Consequences(ClassifierTrainer trainer) {
        this.trainer = trainer;
    }

    /** @param others what else was not understood */
    public Proposal of(Draft draft, List<Cluster> others) {
        var today = new Learnt(draft.today());
        var tomorrow = new Learnt(draft.tomorrow());
        var exam = new CrossCheck(trainer, today.examples);
        var fresh = added(today.examples, tomorrow.examples);
        var before = exam.answers(List.of());
        var after = exam.answers(fresh);
        return new Proposal(
                draft.today().id(),
                draft.line(),
                draft.fingerprint(),
                draft.added(),
                draft.left(),
                draft.warnings(),
                stolen(draft.line(), exam.questions(), before, after),
                tests(today.live, tomorrow.live),
                draft.today().tests().size(),
                exam.accuracy(before),
                exam.accuracy(after),
                exam.questions().size(),
                alsoUnderstood(draft, tomorrow.live.classifier(), others));
    }

    private static List<Example> added(List<Example> today, List<Example> tomorrow) {
        var fresh = new ArrayList<>(tomorrow);
        today.forEach(fresh::remove);
        return fresh;
    }

    private static List<Proposal.Stolen> stolen(
            String line, List<Example> questions, List<String> before, List<String> after) {
        return IntStream.range(0, questions.size())
                .filter(i -> before.get(i).equals(questions.get(i).intent()))
                .filter(i -> !before.get(i).equals(line) && after.get(i).equals(line))
                .mapToObj(questions::get)
                .map(question -> new Proposal.Stolen(question.text(), question.intent(), line))
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
