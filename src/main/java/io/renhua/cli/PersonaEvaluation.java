package io.renhua.cli;

import io.renhua.dialogue.Lessons;
import io.renhua.nlu.Answer;
import io.renhua.nlu.Evaluation;
import io.renhua.nlu.Example;
import io.renhua.nlu.Labelled;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import java.util.List;
import java.util.stream.Stream;

/** Hides a share of a persona's own examples in turn, and asks them. */
final class PersonaEvaluation {
    private static final long SEED = 1;

    private final Persona persona;
    private final int folds;
    private final boolean all;
    private final Paper out;

    /** @param all whether every confused sentence is shown, however many there are */
    PersonaEvaluation(Persona persona, int folds, boolean all, Paper out) {
        this.persona = persona;
        this.folds = folds;
        this.all = all;
        this.out = out;
    }

    /** Whatever keeps it from being measured is added to the mistakes. */
    void run(List<Wording> mistakes) {
        var notMeant = Lessons.of(persona, persona.locales().offered()).stream()
                .filter(example -> !example.meant())
                .toList();
        new Evaluation(new OpenNlpTrainer(SEED))
                .folded(meant(), notMeant, folds, SEED)
                .ifPresentOrElse(
                        run -> print(run.answers()),
                        () -> mistakes.add(Wording.of(
                                "%s: no line has two different examples, so none can be hidden", persona.id())));
    }

    private List<Labelled> meant() {
        return persona.locales().offered().stream().flatMap(this::meant).toList();
    }

    private Stream<Labelled> meant(String locale) {
        return Lessons.of(persona, List.of(locale)).stream()
                .filter(Example::meant)
                .map(example -> new Labelled(example.text(), example.intent(), locale));
    }

    private void print(List<Answer> answers) {
        new PersonaReport(out, all).print(persona.id(), folds, answers);
    }
}
