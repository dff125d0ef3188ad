package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.persona.Problem.Severity;
import java.util.List;
import java.util.Map;

/** U7: examples hold nothing personal; the masked sentence is offered. */
final class PersonalExampleRule implements LintRule {

    @Override
    public void judge(Persona persona, Findings findings) {
        var masking = Masking.of(persona);
        persona.lines().values().forEach(line -> judge(Utterance.path(line) + ".asks", line.asks(), masking, findings));
        judge("handoff.explicit.asks", persona.handoff().explicit(), masking, findings);
    }

    private static void judge(String path, Map<String, List<String>> asks, Masking masking, Findings findings) {
        asks.forEach((locale, sentences) -> {
            for (int i = 0; i < sentences.size(); i++) {
                var masked = masking.mask(sentences.get(i));
                if (count(masked) > count(sentences.get(i))) {
                    findings.example(path, i, locale, Severity.INFO, Rule.U7, "this may be somebody's own", masked);
                }
            }
        });
    }

    private static long count(String words) {
        return words.chars().filter(c -> c == '{').count();
    }
}
