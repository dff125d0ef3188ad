package io.renhua.lint;

import io.renhua.persona.PackSearch;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import java.util.Map;

/** L2: no effects on health and no promised returns; no proof makes them lawful. */
final class EffectClaimRule implements SpeechRule {
    private final Map<String, PackSearch> health;
    private final Map<String, PackSearch> finance;

    EffectClaimRule(Persona persona) {
        this.health = byLanguage("health-claims", persona);
        this.finance = byLanguage("finance-claims", persona);
    }

    @Override
    public void judge(Utterance said, Findings findings) {
        judge(said, health, "%s claims an effect on health", findings);
        judge(said, finance, "%s promises a return", findings);
    }

    private static void judge(Utterance said, Map<String, PackSearch> packs, String why, Findings findings) {
        var found = packs.getOrDefault(said.language(), PackSearch.NOTHING).in(said.text());
        var instead = Redraft.withoutSentencesOf(found, said.text()).orElse("what is in it, or a doctor's word");
        found.forEach(word -> findings.error(said, Rule.L2, Wording.of(why, word), instead));
    }

    private static Map<String, PackSearch> byLanguage(String name, Persona persona) {
        return Map.of(
                "zh", PackSearch.named("zh-" + name, persona.packs()),
                "en", PackSearch.named("en-" + name, persona.packs()));
    }
}
