package io.renhua.lint;

import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.Variant;
import io.renhua.text.Fold;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** C6: a question that ends a text has something that takes its answer. */
final class OpenQuestionRule implements LintRule {
    private static final Set<String> YES = Stream.of(
                    "好", "要", "好啊", "可以", "是", "對", "嗯", "yes", "ok", "okay", "sure", "yes please")
            .map(Fold::key)
            .collect(Collectors.toSet());

    @Override
    public void judge(Persona persona, Findings findings) {
        if (takesYes(persona)) {
            return;
        }
        for (var line : persona.lines().values()) {
            for (var each : Placed.of(line)) {
                if (!isTaken(line, each.variant())) {
                    judge(each.path() + ".text", each.variant(), persona, findings);
                }
            }
        }
    }

    private static void judge(String path, Variant variant, Persona persona, Findings findings) {
        for (var locale : persona.locales().offered()) {
            var text = variant.text().in(locale);
            if (text.matches("(?s).*[?？]\\s*")) {
                var said = new Utterance(path, "lines", locale, text);
                findings.warn(said, Rule.C6, "nothing takes the answer to this", "quick: […], or no question");
                return; // the same in every language
            }
        }
    }

    private static boolean isTaken(Line line, Variant variant) {
        return !variant.quick().isEmpty() || line.handsOff() != null || variant.card() != null;
    }

    private static boolean takesYes(Persona persona) {
        return persona.lines().values().stream()
                .flatMap(line -> line.asks().values().stream())
                .flatMap(Collection::stream)
                .map(Fold::key)
                .anyMatch(YES::contains);
    }
}
