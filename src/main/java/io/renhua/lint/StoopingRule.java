package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.text.Han;
import io.renhua.text.Sentences;
import io.renhua.text.Wording;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** T5: what the brand never stoops to is in none of its sentences, unless the sentence says so. */
final class StoopingRule implements SpeechRule {
    private static final Map<String, Pattern> SIGNS = Map.of(
            "discount",
            Pattern.compile(
                    "折扣|打折|[0-9一二三四五六七八九]折|优惠|特价|减价|满减|discount|[0-9]% off|promo code|on sale|special offer|coupon"),
            "countdown",
            Pattern.compile("倒数|倒计时|最后[0-9一二三]+(天|小时|件|席)|限时|只剩|手慢无|hurry|last chance|only [0-9]+ left"
                    + "|ends (today|tonight|soon)|while (stocks?|supplies) last"),
            "beg_share",
            Pattern.compile("转发|分享(给|到)|传给|share (this|it|us|with)|pass it on|tell your friends|forward this"),
            "beg_follow",
            Pattern.compile("(关注|追踪|订阅)(我们|一下|起来)|点赞|按赞|follow us|subscribe to|like (us|our page)"));

    private static final Pattern DENIED =
            Pattern.compile("不|没有|无|非|\\b(no|not|never|without|nor|neither|[a-z]+n['’]t)\\b");

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final Set<String> never;

    StoopingRule(Persona persona) {
        var positioning = persona.positioning();
        this.never = positioning == null ? Set.of() : positioning.never();
    }

    @Override
    public void judge(Utterance said, Findings findings) {
        for (var what : never) {
            for (var sentence : Sentences.of(Han.simplified(said.text()).toLowerCase(Locale.ROOT))) {
                var sign = SIGNS.getOrDefault(what, NOTHING).matcher(sentence);
                if (sign.find()
                        && !DENIED.matcher(sentence.substring(0, sign.start())).find()) {
                    var why = Wording.of("this brand never does this: %s (%s)", what, sign.group());
                    findings.warn(said, Rule.T5, why, "what is good about it");
                    break;
                }
            }
        }
    }
}
