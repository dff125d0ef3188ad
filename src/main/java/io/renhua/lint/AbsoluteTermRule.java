package io.renhua.lint;

import io.renhua.persona.Claim;
import io.renhua.persona.PackSearch;
import io.renhua.persona.Persona;
import org.jspecify.annotations.Nullable;

/** L1: no absolute terms about our goods, unless the law exempts the claim and there is proof. */
final class AbsoluteTermRule implements SpeechRule {
    private final PackSearch terms;

    AbsoluteTermRule(Persona persona) {
        this.terms = PackSearch.named("zh-absolute", persona.packs());
    }

    @Override
    public void judge(Utterance said, Findings findings) {
        if (!said.isChinese()) {
            return;
        }
        for (var word : terms.in(said.text())) {
            if (isExempt(said.claim())) {
                findings.warn(said, Rule.L1, word + " is an absolute term, with a claim and proof", "a plain fact");
            } else {
                var without = said.text().replace(word, "");
                findings.error(said, Rule.L1, word + " is an absolute term", without);
            }
        }
    }

    private static boolean isExempt(@Nullable Claim claim) {
        return claim != null && claim.kind() != null && claim.proof() != null;
    }
}
