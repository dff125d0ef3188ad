package io.renhua.lint;

import io.renhua.persona.PackSearch;
import io.renhua.persona.Persona;
import io.renhua.text.Han;
import io.renhua.text.Sentences;
import io.renhua.text.Wording;
import java.util.Locale;
import java.util.regex.Pattern;

/** L7: competitors are neither named nor belittled. */
final class RivalRule implements SpeechRule {
    private static final Pattern OTHERS =
            Pattern.compile("别家|别的牌子|其他牌子|其他品牌|同行|竞品|other brands?|competitors?|anyone else");
    private static final Pattern BELITTLED = Pattern.compile("垃圾|很烂|太烂|不如我们|比不上|骗人|坑人|劣质|假货|输给我们"
            + "|worse|inferior|rubbish|trash|fake|rip-?off|can'?t compare|no match for");

    static final String NAMES = "rival-names";

    private final PackSearch names;

    RivalRule(Persona persona) {
        this.names = PackSearch.named(NAMES, persona.packs());
    }

    @Override
    public void judge(Utterance said, Findings findings) {
        for (var name : names.in(said.text())) {
            var unnamed = said.text().replace(name, somebody(said.locale()));
            findings.error(said, Rule.L7, Wording.of("this names a competitor: %s", name), unnamed);
        }
        if (Sentences.of(said.text()).stream().anyMatch(RivalRule::belittlesOthers)) {
            var instead =
                    Redraft.without(RivalRule::belittlesOthers, said.text()).orElse("what is good about ours");
            findings.error(said, Rule.L7, "this belittles others", instead);
        }
    }

    private static boolean belittlesOthers(String sentence) {
        return OTHERS.matcher(plain(sentence)).find() && belittles(sentence);
    }

    private static String somebody(String locale) {
        return switch (locale) {
            case "zh-Hant" -> "別家";
            case "zh-Hans" -> "别家";
            default -> "another shop";
        };
    }

    /** Whether a text speaks ill of anything. */
    static boolean belittles(String text) {
        return BELITTLED.matcher(plain(text)).find();
    }

    private static String plain(String text) {
        return Han.simplified(text).toLowerCase(Locale.ROOT);
    }
}
