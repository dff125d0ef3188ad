package io.renhua.lint;

import io.renhua.persona.PackSearch;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;

/** L13: what is promised can be proved. */
final class PromiseRule implements SpeechRule {
    private final PackSearch promises;

    PromiseRule(Persona persona) {
        this.promises = PackSearch.named("promises", persona.packs());
    }

    @Override
    public void judge(Utterance said, Findings findings) {
        if (said.claim() == null || said.claim().proof() == null) {
            var instead = said.isInScript() ? "proof: doc/…, or less" : "less";
            promises.in(said.text())
                    .forEach(word -> findings.warn(said, Rule.L13, Wording.of("%s promises much", word), instead));
        }
    }
}
