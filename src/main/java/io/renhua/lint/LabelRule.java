package io.renhua.lint;

import io.renhua.persona.Persona;

/** What people press is held to the same script as what we say. */
final class LabelRule implements LintRule {
    private final SpeechRule script = new ChineseScriptRule();

    @Override
    public void judge(Persona persona, Findings findings) {
        persona.labels()
                .forEach((target, label) -> label.byLocale().forEach((locale, text) -> {
                    var said = new Utterance("labels." + target, "labels", locale, text);
                    script.judge(said, findings);
                }));
    }
}
