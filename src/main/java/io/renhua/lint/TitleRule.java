package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.persona.Placeholder;
import io.renhua.text.Wording;

/** T3: who wants to call people by their title has a text that does. */
final class TitleRule implements LintRule {
    static final String TITLE = "title";

    @Override
    public void judge(Persona persona, Findings findings) {
        persona.tone().address().forEach((language, address) -> {
            if (address.titles() && !says(persona, language)) {
                var why = Wording.of("people are to be called by their title, and no text in %s does", language);
                findings.warn("tone.address." + language, Rule.T3, why, "{title|…} where somebody is greeted");
            }
        });
    }

    private static boolean says(Persona persona, String language) {
        return Utterance.of(persona).stream()
                .filter(said -> said.language().equals(language))
                .flatMap(said -> Placeholder.in(said.text()).stream())
                .anyMatch(place -> place.name().equals(TITLE));
    }
}
