package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.text.Sentences;
import io.renhua.text.Wording;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** T6: more than a tenth of passive sentences reads like a press release. */
final class PassiveRule implements LintRule {
    private static final Pattern PASSIVE = Pattern.compile("(?i)\\b(is|are|was|were|been|being|be) (\\w+ly )?"
            + "(\\w{3,}ed|made|done|given|taken|sent|kept|sold|told|found|seen|held|built|chosen|written|known|shown)\\b"
            + "|被|遭到|[获獲]得了");
    private static final int ENOUGH = 10;
    private static final int SHARE = 10;
    private static final int SHOWN = 3;

    @Override
    public void judge(Persona persona, Findings findings) {
        if (!persona.tone().manner().plainProse()) {
            return;
        }
        for (var locale : persona.locales().offered()) {
            var sentences = Utterance.of(persona).stream()
                    .filter(said -> said.locale().equals(locale) && said.topic().equals("lines"))
                    .flatMap(said -> Sentences.of(said.text()).stream())
                    .toList();
            var passive = sentences.stream()
                    .filter(each -> PASSIVE.matcher(each).find())
                    .toList();
            if (sentences.size() >= ENOUGH && passive.size() * SHARE > sentences.size()) {
                var why = Wording.of(
                        "%s of %s sentences in %s are passive: %s",
                        passive.size(),
                        sentences.size(),
                        locale,
                        passive.stream()
                                .limit(SHOWN)
                                .map(each -> "\"" + each.strip() + "\"")
                                .collect(Collectors.joining(", ")));
                findings.warn("lines", Rule.T6, why, "who does it: we, you, the shop");
            }
        }
    }
}
