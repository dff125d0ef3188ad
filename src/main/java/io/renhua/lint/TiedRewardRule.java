package io.renhua.lint;

import io.renhua.text.Han;
import java.util.Locale;
import java.util.regex.Pattern;

/** L3, L4 in words: nothing is promised for passing something on, or for praise. */
final class TiedRewardRule implements SpeechRule {
    private static final String GIFT = "(优惠券|优惠|折扣|折价|券|抽奖|积分|点数|红包|返现|现金|礼品|赠品|好礼|免费|免单|就送|即送|送你|送一)";
    private static final String SPREAD = "(分享|转发|转给|转贴|关注|追踪我|按赞|点赞|集赞|助力|帮我砍|拉好友|邀请好友|邀请朋友|标记好友|标注好友)";
    private static final String PRAISE = "(好评|五星|5星|五颗星|5颗星|晒图|晒单|写评价|留评价|给评价)";
    private static final String EN_GIFT =
            "\\b(coupon|voucher|discount|% off|points|prize|win|raffle|lottery|gift|free|cash ?back|reward)s?\\b";
    private static final String EN_SPREAD =
            "\\b(share|sharing|repost|retweet|follow us|like us|like and|tag \\w+|tag a|invite)\\b";
    private static final String EN_PRAISE =
            "(\\b(five|5)[- ]stars?\\b|\\b(good|positive|great|nice) (review|rating|word)s?\\b|\\bleave a review\\b|\\breview us\\b)";

    private static final Pattern SPREADS = tied(SPREAD, GIFT, EN_SPREAD, EN_GIFT);
    private static final Pattern PRAISES = tied(PRAISE, GIFT, EN_PRAISE, EN_GIFT);

    @Override
    public void judge(Utterance said, Findings findings) {
        var plain = Han.simplified(said.text()).toLowerCase(Locale.ROOT);
        if (SPREADS.matcher(plain).find()) {
            findings.error(
                    said, Rule.L3, "this promises something for passing it on", apart(said, "轉給朋友", "pass it on"));
        }
        if (PRAISES.matcher(plain).find()) {
            findings.error(
                    said,
                    Rule.L4,
                    "this promises something for praise",
                    apart(said, "好壞都告訴我們", "tell us, good or bad"));
        }
    }

    /** What is given goes to everybody, and the wish stands by itself. */
    private static String apart(Utterance said, String wish, String english) {
        return switch (said.locale()) {
            case "zh-Hant" -> "人人都有。喜歡的話，" + wish + "。";
            case "zh-Hans" -> "人人都有。喜欢的话，" + Han.simplified(wish) + "。";
            default -> "It is for everybody. If you like, " + english + ".";
        };
    }

    /** Both in one sentence, whichever comes first. */
    private static Pattern tied(String act, String gift, String englishAct, String englishGift) {
        return Pattern.compile(act + "[^。！？!?\\n]{0,20}" + gift + "|" + gift + "[^。！？!?\\n]{0,20}" + act + "|"
                + englishAct + "[^.!?\\n]{0,60}" + englishGift + "|" + englishGift + "[^.!?\\n]{0,60}" + englishAct);
    }
}
