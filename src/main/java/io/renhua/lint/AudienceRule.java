package io.renhua.lint;

import io.renhua.persona.Audience;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import java.util.Set;
import java.util.stream.Collectors;

/** L7: what is said to an audience with rules of its own keeps to them, even where nobody else is spoken of. */
final class AudienceRule implements LintRule {

    @Override
    public void judge(Persona persona, Findings findings) {
        var careful = careful(persona);
        for (var each : Placed.of(persona)) {
            boolean toThem = SureFacts.mentioned(each.variant().when())
                    .anyMatch(is -> is.fact().equals("audience") && careful.contains(is.value()));
            if (toThem) {
                each.variant().text().byLocale().forEach((locale, text) -> {
                    if (RivalRule.belittles(text)) {
                        var said = new Utterance(each.path() + ".text", "lines", locale, text);
                        var instead =
                                Redraft.without(RivalRule::belittles, text).orElse("what is good about ours");
                        findings.error(said, Rule.L7, "this belittles what they use", instead);
                    }
                });
            }
        }
        named(persona, findings);
    }

    private static Set<String> careful(Persona persona) {
        return persona.audiences().stream()
                .filter(audience -> audience.rules().contains(Audience.NO_DISPARAGE))
                .map(Audience::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names that nobody knows cannot be kept out. */
    private static void named(Persona persona, Findings findings) {
        persona.audiences().stream()
                .filter(audience -> audience.rules().contains(Audience.NO_RIVAL_NAME)
                        && !persona.packs().containsKey(RivalRule.NAMES))
                .forEach(audience -> findings.error(
                        "audiences." + audience.id() + ".rules",
                        Rule.L7,
                        "nobody knows the rivals whose names are to be kept out",
                        Wording.of("a pack %s", RivalRule.NAMES)));
    }
}
