package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.persona.Tone.Address;
import io.renhua.text.Han;
import io.renhua.text.Sentences;
import java.util.List;
import java.util.regex.Pattern;

/**
 * T3: where respect is all, whoever is asked for something is addressed in the same breath. Chinese alone can leave the
 * address out of a request; what must be read at once in a crisis may.
 */
final class RequestRule implements LintRule {
    private static final int ALL = 4;
    private static final Pattern REQUEST =
            Pattern.compile("(?<![敬有不烦申邀聘宴])请(?!函|制|问|来|安|假|教|客|柬|帖|求|顾问|真人|人来|人去|人帮|人接|人看|同事|店|工坊|师傅|专人)"
                    + "|^(麻烦(?!的)|烦请|劳驾|有劳|可否|能否|是否方便|是否可以)");
    private static final Pattern ADDRESSED = Pattern.compile("[您你]|\\{(title|name)[|}]|阁下|贵客");

    @Override
    public void judge(Persona persona, Findings findings) {
        if (persona.tone().sliders().getOrDefault("respectful", 0) == ALL) {
            var address = persona.tone().address().getOrDefault("zh", new Address("您", List.of()));
            Utterance.of(persona).stream()
                    .filter(said -> said.isChinese() && said.isSaid() && !mustBeShort(said, persona))
                    .forEach(said -> judge(said, address.use(), findings));
        }
    }

    private static boolean mustBeShort(Utterance said, Persona persona) {
        return persona.lines().values().stream()
                .anyMatch(line -> line.lock() != null && said.path().startsWith(Utterance.path(line) + "."));
    }

    private static void judge(Utterance said, String use, Findings findings) {
        for (var sentence : Sentences.of(said.text())) {
            var plain = Han.simplified(sentence);
            var request = REQUEST.matcher(plain);
            if (request.find() && !ADDRESSED.matcher(plain).find()) {
                var asked = said.text().indexOf(sentence) + request.end();
                var instead =
                        said.text().substring(0, asked) + use + said.text().substring(asked);
                findings.warn(said, Rule.T3, "this asks for something and addresses nobody", instead);
                return;
            }
        }
    }
}
