package io.renhua.lint;

import io.renhua.persona.Persona;

/** T11: what all texts of a language sound like together, beside what the sliders say. */
final class SoundRule implements LintRule {
    private static final int ENOUGH = 10;

    @Override
    public void judge(Persona persona, Findings findings) {
        var all = Utterance.of(persona);
        for (var locale : persona.locales().offered()) {
            var texts = all.stream()
                    .filter(said -> said.isSaid() && said.locale().equals(locale))
                    .toList();
            if (texts.size() >= ENOUGH) {
                Sound.of(texts)
                        .against(persona)
                        .ifPresent(why -> findings.inform("tone.sliders", locale, Rule.T11, why));
            }
        }
    }
}
