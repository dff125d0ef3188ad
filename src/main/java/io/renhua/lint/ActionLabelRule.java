package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.persona.Variant.Button;
import io.renhua.persona.Variant.CardWords;
import io.renhua.persona.Words;
import io.renhua.text.Han;
import io.renhua.text.Wording;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** S10: a label says what happens when it is pressed, or asks what the person wants to know. */
final class ActionLabelRule implements LintRule {
    /** It begins with something to do, or it is a question. */
    private static final Pattern CHINESE =
            Pattern.compile("(我要|我想|帮我|请|给我)?[查找看问挑选退换预约订买领聊听留改取加删试学回去来让叫打写讲说送修忘展开下逛喝泡报续参进发算比收存用做教告联"
                    + "催追投评登绑申办付寄拿点玩读借还要不是好对确].*|(我要|我想|请).*|.*([怎哪什吗几谁]|多少|为何).*");

    private static final Set<String> ENGLISH =
            Set.of(("are arrange ask book buy call can cancel care change chat check choose compare contact"
                            + " delete do download erase find forget get give go have help how i is join keep know learn"
                            + " leave let look make meet mend need no open order pay pick reach read remove repair reply"
                            + " reserve return see send shop show skip speak start stop subscribe take talk tell track"
                            + " try use view visit what when where which who why write yes")
                    .split(" "));

    @Override
    public void judge(Persona persona, Findings findings) {
        persona.labels().forEach((target, label) -> judge("labels." + target, label, findings));
        for (var each : Placed.of(persona)) {
            if (each.variant().card() instanceof CardWords(var _, var _, Button(var label, var _))) {
                judge(each.path() + ".card.button.label", label, findings);
            }
        }
    }

    private static void judge(String path, Words label, Findings findings) {
        label.byLocale().forEach((locale, text) -> {
            var said = new Utterance(path, "labels", locale, text);
            if (!isAction(said)) {
                findings.warn(
                        said,
                        Rule.S10,
                        "this names a thing, not what happens",
                        said.isChinese() ? "看" + text : Wording.of("See %s", text.toLowerCase(Locale.ROOT)));
            }
        });
    }

    private static boolean isAction(Utterance label) {
        if (label.isChinese()) {
            return CHINESE.matcher(Han.simplified(label.text())).matches();
        }
        var first = label.text().toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*", "");
        return !label.language().equals("en") || ENGLISH.contains(first);
    }
}
