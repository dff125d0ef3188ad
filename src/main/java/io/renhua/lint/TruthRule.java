package io.renhua.lint;

import io.renhua.persona.Line;
import io.renhua.persona.Persona;

/** L8: the persona says what it is when somebody asks. */
final class TruthRule implements LintRule {

    @Override
    public void judge(Persona persona, Findings findings) {
        persona.lines().values().stream()
                .filter(line -> line.lock() == Line.Lock.TRUTH)
                .forEach(line -> admits(line, persona, findings));
    }

    private static void admits(Line line, Persona persona, Findings findings) {
        for (var said : Utterance.of(persona)) {
            if (said.isWordOf(line) && !Admission.isIn(said.text())) {
                findings.error(
                        said, Rule.L8, "this does not say that it is a machine", Admission.proposed(said.locale()));
            }
        }
    }
}
