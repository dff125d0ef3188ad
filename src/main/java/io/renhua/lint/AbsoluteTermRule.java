package io.renhua.lint;

import io.renhua.persona.Claim;
import io.renhua.persona.PackSearch;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * L1: no absolute terms about our goods, unless the law exempts the claim and there is proof. Nothing exempts what is said
 * of health or of money to be made.
 */
final class AbsoluteTermRule implements SpeechRule {
    private static final String FACT = "a fact that can be checked: how many, since when, where";

    private final PackSearch terms;
    private final List<PackSearch> strict;

    AbsoluteTermRule(Persona persona) {
        this.terms = PackSearch.named("zh-absolute", persona.packs());
        this.strict = List.of(
                PackSearch.named("zh-health-goods", persona.packs()),
                PackSearch.named("zh-finance-goods", persona.packs()));
    }

    @Override
    public void judge(Utterance said, Findings findings) {
        if (!said.isChinese()) {
            return;
        }
        var found = terms.in(said.text());
        if (found.isEmpty()) {
            return;
        }
        boolean ofHealthOrMoney =
                strict.stream().anyMatch(pack -> !pack.in(said.text()).isEmpty());
        var smaller = PlainTerm.in(said.text(), found, said.locale(), !ofHealthOrMoney);
        for (var word : found) {
            if (isExempt(said.claim()) && !ofHealthOrMoney) {
                findings.warn(
                        said,
                        Rule.L1,
                        Wording.of("%s is an absolute term, with a claim and proof", word),
                        "a plain fact");
            } else {
                findings.error(
                        said, Rule.L1, Wording.of("%s is an absolute term", word), smaller.isEmpty() ? FACT : smaller);
            }
        }
    }

    private static boolean isExempt(@Nullable Claim claim) {
        return claim != null && claim.kind() != null && claim.proof() != null;
    }
}
