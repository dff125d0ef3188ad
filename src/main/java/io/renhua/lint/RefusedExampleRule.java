package io.renhua.lint;

import io.renhua.nlu.Band;
import io.renhua.nlu.Classifier;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem.Severity;
import io.renhua.text.Wording;

/** U2: a sentence that a line refuses, and that the classifier, having learnt all of them, takes for that very line's. */
final class RefusedExampleRule implements LintRule {
    private final Classifier classifier;

    RefusedExampleRule(Classifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public void judge(Persona persona, Findings findings) {
        for (var refused : Sample.refused(persona)) {
            var ranking = classifier.classify(refused.words());
            boolean taken = ranking.band() != Band.NO
                    && ranking.best()
                            .filter(best -> best.intent().equals(refused.line()))
                            .isPresent();
            if (taken) {
                var why = Wording.of(
                        "\"%s\" is refused by %s and taken for it all the same", refused.words(), refused.line());
                findings.example(
                        refused.path(),
                        refused.index(),
                        refused.locale(),
                        Severity.ERROR,
                        Rule.U2,
                        why,
                        "it under asks: of the line that it means, and more like it");
            }
        }
    }
}
