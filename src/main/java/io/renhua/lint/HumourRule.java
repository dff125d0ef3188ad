package io.renhua.lint;

import io.renhua.persona.Condition;
import io.renhua.persona.Condition.Is;
import io.renhua.persona.Line;
import io.renhua.persona.Line.Topic;
import io.renhua.persona.Persona;
import io.renhua.persona.Variant;
import java.util.Optional;
import java.util.Set;

/** T9: no jokes for people who are angry or sad, or about sensitive things. */
final class HumourRule implements LintRule {
    private static final Set<String> HEAVY = Set.of("angry", "sad", "sensitive");

    @Override
    public void judge(Persona persona, Findings findings) {
        for (var line : persona.lines().values()) {
            Placed.of(line).stream()
                    .filter(each -> each.variant().humour() > 0)
                    .forEach(each -> heavy(line, each.variant())
                            .ifPresent(when ->
                                    findings.error(each.path(), Rule.T9, "a joke where it is " + when, "humour: 0")));
        }
    }

    private static Optional<String> heavy(Line line, Variant variant) {
        return line.topic() == Topic.SENSITIVE
                ? Optional.of("sensitive")
                : SureFacts.each(variant.when())
                        .filter(HumourRule::isFeeling)
                        .map(condition -> ((Is) condition).value())
                        .filter(HEAVY::contains)
                        .findFirst();
    }

    private static boolean isFeeling(Condition condition) {
        return condition instanceof Is is && is.fact().equals("feeling");
    }
}
