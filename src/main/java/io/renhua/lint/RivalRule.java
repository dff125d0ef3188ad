package io.renhua.lint;

import io.renhua.persona.PackSearch;
import io.renhua.persona.Persona;
import io.renhua.text.Han;
import io.renhua.text.Sentences;
import java.util.List;
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
        names.in(said.text())
                .forEach(name -> findings.error(said, Rule.L7, "this names a competitor: " + name, "nobody by name"));
        for (var sentence : sentences(said)) {
            if (OTHERS.matcher(sentence).find() && BELITTLED.matcher(sentence).find()) {
                findings.error(said, Rule.L7, "this belittles others", "what is good about ours");
                return;
            }
        }
    }

    /** Whether a text speaks ill of anything. */
    static boolean belittles(String text) {
        return BELITTLED.matcher(plain(text)).find();
    }

    private static List<String> sentences(Utterance said) {
        return Sentences.of(plain(said.text()));
    }

    private static String plain(String text) {
        return Han.simplified(text).toLowerCase(Locale.ROOT);
    }
}
