package io.renhua.lint;

import io.renhua.persona.Form;
import io.renhua.persona.Persona;
import io.renhua.persona.Tier;
import io.renhua.persona.Words;
import io.renhua.text.Wording;
import java.util.List;
import java.util.Map;

/** C1–C4: nobody is caught in a form, and everybody can get to a person. */
final class WayOutRule implements LintRule {
    private static final String PERSON = "handoff.explicit";

    @Override
    public void judge(Persona persona, Findings findings) {
        persona.forms().values().forEach(form -> form(form, persona.locales().offered(), findings));
        tiers(persona.unknown(), findings);
        if (!leadsToAPerson(persona)) {
            var why = "neither greeting nor menu nor the second tier of unknown leads to a person";
            findings.error("entry", Rule.C3, why, "menu: [" + PERSON + "]");
        }
        var says = persona.handoff().says();
        Map.of("queued", says.queued(), "joined", says.joined(), "closed", says.closed(), "back", says.back())
                .forEach((name, words) -> said("handoff.say." + name, words, findings));
    }

    private static void form(Form form, List<String> locales, Findings findings) {
        var path = "forms." + form.id();
        for (var locale : locales) {
            if (form.cancel().getOrDefault(locale, List.of()).isEmpty()) {
                var said = new Utterance(path + ".cancel", "forms", locale, "");
                findings.error(
                        said,
                        Rule.C1,
                        Wording.of("nobody can leave this form in %s", locale),
                        "cancel: and what people say");
            }
        }
        if (form.expires().isZero() || form.expires().isNegative()) {
            findings.error(path + ".expires", Rule.C1, "this form never expires", "expires: 30m");
        }
        for (int i = 0; i < form.slots().size(); i++) {
            if (form.slots().get(i).tries() < 1 || form.slots().get(i).stuck().isBlank()) {
                var slot = path + ".slots[" + i + "]";
                findings.error(slot, Rule.C1, "this question is asked for ever", "tries: 2, then: handoff.stuck");
            }
        }
    }

    private static void tiers(List<Tier> tiers, Findings findings) {
        if (tiers.isEmpty() || tiers.getLast().handsOff() == null) {
            var why = "who is never understood must reach a person";
            findings.error("small_talk.unknown", Rule.C2, why, "a last tier {do: handoff.fallback}");
        }
    }

    private static boolean leadsToAPerson(Persona persona) {
        return persona.welcome().menu().contains(PERSON)
                || persona.welcome().follow().quick().contains(PERSON)
                || persona.unknown().stream().limit(2).anyMatch(WayOutRule::leadsToAPerson);
    }

    private static boolean leadsToAPerson(Tier tier) {
        return tier.says() == null || tier.says().quick().contains(PERSON);
    }

    private static void said(String path, Words words, Findings findings) {
        words.byLocale().forEach((locale, text) -> {
            if (text.isBlank()) {
                var said = new Utterance(path, "handoff", locale, text);
                findings.error(said, Rule.C4, Wording.of("nothing is said here in %s", locale), "one short sentence");
            }
        });
    }
}
