package io.renhua.lint;

import io.renhua.persona.Condition.Is;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import java.util.Optional;
import java.util.Set;

/** T9: no jokes for people who are angry or sad, or about sensitive things. */
final class HumourRule implements LintRule {
    private static final Set<String> HEAVY = Set.of("angry", "sad", "sensitive");

    @Override
    public void judge(Persona persona, Findings findings) {
        for (var each : Placed.of(persona)) {
            if (each.variant().humour() > 0) {
                heavy(each)
                        .ifPresent(when -> findings.error(
                                each.path(), Rule.T9, Wording.of("a joke where it is %s", when), "humour: 0"));
            }
        }
    }

    /** Being one of several feelings that let it be said is enough to hear it. */
    private static Optional<String> heavy(Placed each) {
        return each.path().startsWith("sensitive.")
                ? Optional.of("sensitive")
                : SureFacts.mentioned(each.variant().when())
                        .filter(is -> is.fact().equals("feeling"))
                        .map(Is::value)
                        .filter(HEAVY::contains)
                        .findFirst();
    }
}
