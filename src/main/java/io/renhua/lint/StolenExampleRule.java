package io.renhua.lint;

import io.renhua.nlu.Classifier;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem.Severity;
import io.renhua.text.Wording;

/** U1: an example that the classifier, having learnt all of them, takes for another line's. */
final class StolenExampleRule implements LintRule {
    private final Classifier classifier;

    StolenExampleRule(Classifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public void judge(Persona persona, Findings findings) {
        for (var example : Sample.of(persona)) {
            classifier
                    .classify(example.words())
                    .best()
                    .filter(best -> !best.intent().equals(example.line()))
                    .ifPresent(best -> {
                        var why = Wording.of(
                                "\"%s\" of %s is stolen by %s", example.words(), example.line(), best.intent());
                        var instead =
                                Wording.of("what only %s means, or a not: under %s", example.line(), best.intent());
                        findings.example(
                                example.path(),
                                example.index(),
                                example.locale(),
                                Severity.ERROR,
                                Rule.U1,
                                why,
                                instead);
                    });
        }
    }
}
