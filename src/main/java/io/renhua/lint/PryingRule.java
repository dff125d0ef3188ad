package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.text.Han;
import io.renhua.text.Sentences;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * L10: who never asks for anything personal does so in no text but a question of a form, which says why it is asked. Where
 * the script does not promise it, only forms are looked at.
 */
final class PryingRule implements LintRule {
    private static final Pattern PERSONAL = Pattern.compile(
            "几岁|多大年纪|(的|你|您|贵)年(龄|纪)|贵庚|出生|(你|您)的?生日|(你|您)[^，。！？]{0,4}(结婚|已婚|单身)|(你|您)[^，。！？]{0,4}(男|女)朋友|有(没有)?(对象|孩子|小孩)"
                    + "|收入|薪水|月薪|年薪|住(在)?(哪|何处)|住址|地址是|(什么|何)(工作|职业)|(在)?哪里?(上班|高就)|体重|身高|星座|血型|(你|您)的?(电话|手机|微信|邮箱)(号码?)?(是|给我|多少)|贵姓|叫什么名字|如何称呼|怎么称呼(你|您)"
                    + "|\\b(how old|your (age|birthday|date of birth|income|salary|weight|height|job|occupation|address|phone( number)?|email|name|wife|husband|children|religion))\\b"
                    + "|\\bare you (married|single)\\b|\\bwhere do you (live|work)\\b|\\bdo you have (kids|children|a (boy|girl)friend)\\b"
                    + "|\\bwhat do you do for a living\\b|\\bhow (may|should|shall|can) (i|we) (call|address) you\\b");
    private static final Pattern ASKED =
            Pattern.compile("[?？]|请?(告诉|提供|留下|给我|填|说说)|\\b(tell|give|send|share|leave)\\b|\\b(please|kindly)\\b");
    private static final Pattern REFUSED =
            Pattern.compile("不(需要|用|必|要|会|想)|勿|别|\\b(no need|don['’]t|do not|never|without)\\b");

    @Override
    public void judge(Persona persona, Findings findings) {
        if (persona.tone().manner().asksNothingPersonal()) {
            Utterance.of(persona).stream()
                    .filter(said -> said.isSaid() && !said.path().matches("forms\\..*\\.slots\\[.*"))
                    .filter(said -> Sentences.of(said.text()).stream().anyMatch(PryingRule::pries))
                    .forEach(said -> findings.warn(said, Rule.L10, "this asks for something personal", instead(said)));
        }
    }

    private static String instead(Utterance said) {
        return Redraft.without(PryingRule::pries, said.text()).orElse("a slot of a form, with why: …");
    }

    private static boolean pries(String sentence) {
        var plain = Han.simplified(sentence).toLowerCase(Locale.ROOT);
        return PERSONAL.matcher(plain).find()
                && ASKED.matcher(plain).find()
                && !REFUSED.matcher(plain).find();
    }
}
