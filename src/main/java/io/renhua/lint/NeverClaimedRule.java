package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.text.Han;
import io.renhua.text.Wording;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** L8: what the script says it never claims, none of its texts claims. That it is human is {@link HumanClaimRule}'s. */
final class NeverClaimedRule implements LintRule {
    private static final String HUMAN = "to be human";
    private static final List<Claim> CLAIMS = List.of(
            new Claim(
                    "to have tasted",
                    Pattern.compile("我(也|都|刚|自己|最近|昨天|今天|每天|天天|常|常常)*[喝尝吃试品](过|了|起来)"
                            + "|\\bi(['’]ve| have)? (also |just |already )?(tasted|tried|drank|drunk|eaten|sipped)\\b"),
                    "我沒喝過。",
                    "我没喝过。",
                    "I have never tasted it."),
            new Claim(
                    "to have a body",
                    Pattern.compile("我的?(手(?![上边头册机])|脚|腿|嘴|舌头|肚子|胃|鼻子|眼睛|头发|身体|皮肤)|我(好|很|也)?(饿|渴|困)(?!难|扰)"
                            + "|\\bmy (hands?|feet|legs?|mouth|tongue|stomach|nose|eyes|hair|body|skin)\\b"
                            + "|\\bi(['’]m| am) (so |very |also )?(hungry|thirsty|sleepy)\\b"),
                    "我沒有身體。",
                    "我没有身体。",
                    "I have no body."),
            new Claim(
                    "to own a piece",
                    Pattern.compile(
                            "我(自己|也|家)*(拥有|买了|买过|收藏|背着|用着)|我(自己|也)+有一?[件只个款]"
                                    + "|\\bi (also |myself )?(own|bought|carry|collect)\\b|\\bmy own (bag|valise|wallet|case|piece)\\b"),
                    "我自己沒有。",
                    "我自己没有。",
                    "I own none."));

    private record Claim(String name, Pattern words, String traditional, String simplified, String english) {

        String truth(String locale) {
            return switch (locale) {
                case "zh-Hant" -> traditional;
                case "zh-Hans" -> simplified;
                default -> english;
            };
        }
    }

    @Override
    public void judge(Persona persona, Findings findings) {
        var never = persona.identity().facts().neverClaims();
        for (int i = 0; i < never.size(); i++) {
            if (!never.get(i).equals(HUMAN) && !isKnown(never.get(i))) {
                var why = Wording.of("no rule can see whether a text claims %s: people have to", never.get(i));
                var place = "identity.facts.never_claims[" + i + "]";
                findings.inform(place, persona.locales().standard(), Rule.L8, why);
            }
        }
        var ours = CLAIMS.stream().filter(claim -> never.contains(claim.name)).toList();
        for (var said : Utterance.of(persona)) {
            var plain = Han.simplified(said.text()).toLowerCase(Locale.ROOT);
            ours.stream()
                    .filter(claim -> claim.words.matcher(plain).find())
                    .filter(claim -> !said.path().equals("handoff.say.joined")) // a person speaks from there on
                    .forEach(claim -> findings.error(
                            said,
                            Rule.L8,
                            Wording.of("this claims %s", Wording.of(claim.name)),
                            claim.truth(said.locale())));
        }
    }

    private static boolean isKnown(String claim) {
        return CLAIMS.stream().anyMatch(each -> each.name.equals(claim));
    }
}
