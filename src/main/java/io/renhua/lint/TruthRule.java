package io.renhua.lint;

import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.text.Han;
import java.util.Locale;
import java.util.regex.Pattern;

/** L8: the persona says what it is when somebody asks. */
final class TruthRule implements LintRule {
    private static final Pattern ADMISSION =
            Pattern.compile("ai|机器|程序|电脑|不是真人|bot\\b|machine|computer|not a (real )?(person|human)");

    @Override
    public void judge(Persona persona, Findings findings) {
        persona.lines().values().stream()
                .filter(line -> line.lock() == Line.Lock.TRUTH)
                .forEach(line -> admits(line, persona, findings));
    }

    private static void admits(Line line, Persona persona, Findings findings) {
        for (var said : Utterance.of(persona)) {
            var plain = Han.simplified(said.text()).toLowerCase(Locale.ROOT);
            if (said.path().startsWith(Utterance.path(line) + ".says")
                    && !ADMISSION.matcher(plain).find()) {
                findings.error(said, Rule.L8, "this does not say that it is a machine", truth(said));
            }
        }
    }

    static String truth(Utterance said) {
        return switch (said.locale()) {
            case "zh-Hant" -> "我是AI，不是真人。";
            case "zh-Hans" -> "我是AI，不是真人。";
            default -> "I'm an AI, not a person.";
        };
    }
}
