package io.renhua.lint;

import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.text.Han;
import java.util.Locale;
import java.util.regex.Pattern;

/** L8: the persona never claims to be human, and says what it is when somebody asks. */
final class TruthRule implements LintRule {
    private static final Pattern CLAIM = Pattern.compile("(?<!不)(我|本人|小编)(就是|是|可是|真的是)(一个|个)?(真人|人类|活人|真的人)(?!吗)"
            + "|我(可|才|并)?不是(一个|个)?(机器人|机器|ai|程序|电脑)"
            + "|\\bi(['’]m| am) (really |actually )?(a |an )?(real |actual )?(human( being)?|person)\\b"
            + "|\\bi(['’]m| am) not (a |an )?(bot|chatbot|robot|machine|ai|computer|program)\\b");
    private static final Pattern ADMISSION =
            Pattern.compile("ai|机器|程序|电脑|不是真人|bot\\b|machine|computer|not a (real )?(person|human)");

    @Override
    public void judge(Persona persona, Findings findings) {
        for (var said : Utterance.of(persona)) {
            var plain = Han.simplified(said.text()).toLowerCase(Locale.ROOT);
            // who joins is a person, and may say so
            if (!said.path().equals("handoff.say.joined")
                    && CLAIM.matcher(plain).find()) {
                findings.error(said, "L8", "this claims to be human", truth(said));
            }
        }
        persona.lines().values().stream()
                .filter(line -> line.lock() == Line.Lock.TRUTH)
                .forEach(line -> admits(line, persona, findings));
    }

    private static void admits(Line line, Persona persona, Findings findings) {
        for (var said : Utterance.of(persona)) {
            var plain = Han.simplified(said.text()).toLowerCase(Locale.ROOT);
            if (said.path().startsWith(Utterance.path(line) + ".says")
                    && !ADMISSION.matcher(plain).find()) {
                findings.error(said, "L8", "this does not say that it is a machine", truth(said));
            }
        }
    }

    private static String truth(Utterance said) {
        return switch (said.locale()) {
            case "zh-Hant" -> "我是AI，不是真人。";
            case "zh-Hans" -> "我是AI，不是真人。";
            default -> "I'm an AI, not a person.";
        };
    }
}
