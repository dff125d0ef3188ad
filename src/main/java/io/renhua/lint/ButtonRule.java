package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.persona.Words;
import io.renhua.text.Wording;
import java.util.List;

/** S10: labels and quick replies that the strictest platforms still show whole. */
final class ButtonRule implements LintRule {
    private static final int LABEL = 20; // LINE and Messenger
    private static final int QUICK = 13; // LINE and Messenger

    @Override
    public void judge(Persona persona, Findings findings) {
        persona.labels().forEach((target, label) -> label("labels." + target, label, findings));
        quick("entry.menu", persona.welcome().menu(), findings);
        for (var each : Placed.of(persona)) {
            quick(each.path() + ".quick", each.variant().quick(), findings);
            var card = each.variant().card();
            if (card != null && card.button() != null) {
                label(each.path() + ".card.button.label", card.button().label(), findings);
            }
        }
    }

    private static void label(String path, Words label, Findings findings) {
        label.byLocale().forEach((locale, text) -> {
            if (text.length() > LABEL) {
                var why = Wording.of("the label is %s characters, platforms show %s", text.length(), LABEL);
                findings.error(new Utterance(path, "labels", locale, text), Rule.S10, why, "two or three words");
            }
        });
    }

    private static void quick(String path, List<String> quick, Findings findings) {
        if (quick.size() > QUICK) {
            var why = Wording.of("%s quick replies, platforms show %s", quick.size(), QUICK);
            findings.error(path, Rule.S10, why, "the three or four that matter");
        }
    }
}
