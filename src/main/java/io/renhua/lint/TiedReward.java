package io.renhua.lint;

import io.renhua.text.Han;
import io.renhua.text.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds a gift that is earned by an act: both in one sentence, or the one in the sentence after the other. An act that is
 * denied earns nothing, and neither does one that people are free to do or leave.
 */
final class TiedReward {
    private static final String THINGS =
            "(coupon|voucher|discount|points|prize|gift|reward|bookmark|sticker|sample|bonus|treat|freebie)";

    /** Given to whoever does it, so that the act may stand in the sentence before or after. */
    private static final String PRIZE =
            "(送[你您]一?+(?!句|声|段|个好|路)|抽(奖|中|出|[a-z0-9]|[一二三四五六七八九十两][张个位名份支台]|大奖|好礼)|[就即]送|赢(?!家)|领(取|券|奖|红包|优惠|贴|礼|一)"
                    + "|换(取|券|礼|好礼)|[各就即]得(?!到|知)"
                    + "|\\b(win|earn)\\b|\\b(get|receive)\\b[^.!?]{0,25}\\b" + THINGS + "s?\\b)";

    private static final String GIFT =
            "(优惠|折扣|折价|打折|[0-9一二三四五六七八九]折|半价|立减|减[0-9]+|券|抽奖|积分|点数|红包|返现|现金|礼品|赠品|好礼|小礼|免费|免单|免运|免邮|包邮"
                    + "|(?<!运|配|接|递|寄|投|欢|奉|断|传)送(?!到|货|达|修|往|去|回|来|给|人|礼(?!物|品|券|盒)|长辈|朋友|客户|家人|爸|妈|老师|件|别|终|检|养|出|[你您]?一?(句|声|段)|[你您](到|去|回))"
                    + "|(?<!先|圆|衣|翻|立|高|白)领(?!导|先|域|带|养|悟|会|巾|子|队|教|略)" + "|" + PRIZE + "|抽(?!绳|屉|空|烟|血|象|样|时间|离|查|丝))";

    private static final String EN_GIFT = "(\\b(win|raffle|lottery|cash ?back|" + THINGS
            + ")s?\\b|(?<!feel )(?<!-)\\bfree\\b(?! to\\b)" + "|[0-9]+ ?% off\\b|\\b(half price|for less)\\b)";

    /** Nobody is asked to. */
    private static final String ASKED = "(?<!不|不用|不必|不需要|无需|不搞|不做|没有|不要|不办|别|不会)";

    private static final String EN_ASKED = "(?<!\\bno |\\bnot |\\bneed to |n't |n’t |\\bwithout )";

    private static final Pattern FREE =
            Pattern.compile("喜欢|愿意|想(分享|转|传)|随意|随缘|欢迎|\\b(if you (like|want|wish)|feel free|you may)\\b");

    private static final Pattern NONE = Pattern.compile("(没有|不会?有|不再?|无)(任何|什么)?" + GIFT + "|\\bno " + EN_GIFT);

    /** Words that look like an act and are none of theirs. */
    private static final Pattern NEUTRAL = Pattern.compile(
            "(我们|咱们)[^，。！？,]{0,8}分享|分享给[您你大]|(适合|方便)[^，。！？]{0,6}分享|五星级?(饭店|酒店|级)|五星级"
                    + "|关注(订单|物流|包裹|状态|天气|温度)|\\binvites? you\\b|\\bthe tag\\b|\\bfor sharing\\b|(^|[.!?] ?)(great|good) reviews,");

    private static final Pattern PRIZES = Pattern.compile(PRIZE);

    /** The act by itself, asked or not: where it is not named, and mostly it is not, nothing else is looked for. */
    private final Pattern named;

    private final Pattern tied;
    private final Pattern act;

    private TiedReward(String chinese, String english) {
        this.named = Pattern.compile(chinese + "|" + english);
        var either = ASKED + chinese + "|" + EN_ASKED + english;
        this.act = Pattern.compile(either);
        var near = "[^。！？!?\\n]{0,20}";
        var englishNear = "[^.!?\\n]{0,60}";
        this.tied = Pattern.compile(ASKED + chinese + near + GIFT + "|" + GIFT + near + ASKED + chinese + "|" + EN_ASKED
                + english + englishNear + EN_GIFT + "|" + EN_GIFT + englishNear + EN_ASKED + english);
    }

    /** Passing it on, following, or the help of friends. */
    static TiedReward forSpreading() {
        return new TiedReward(
                "(分享|转发|转给|转贴|关注(?!的|度|点|到)|追踪(我|本|官方|粉丝|账号|帐号)|订阅(我们|频道|公众号|账号)|按赞|点赞|集赞|助力"
                        + "|帮(我|忙|好友|朋友)(砍|点|凑|投|集|拿|领|抽|拼|抢|助)|拉好友|拉人|邀请(好友|朋友)|邀(好友|朋友)|标记(好友|朋友)|标注(好友|朋友))",
                "\\b(shar(e|ing) (this|it|us|our|the (post|page|link|story|video|picture|photo|map)|with (a |your )?friends?|on \\w+|to (win|get))"
                        + "|sharing|repost|retweet|follow(ing)? us|like us|like and|like our|tag \\w+|tag a|invite"
                        + "|help (me|us|a friend)( to)? (get|win|earn|reach|unlock|collect|save|claim|score))\\b");
    }

    /** Praise. */
    static TiedReward forPraise() {
        return new TiedReward(
                "(好评|五星|5星|五颗星|5颗星|满分评价|晒图|晒单|写评价|留评价|给评价|写心得)",
                "(\\b(five|5)[- ]stars?\\b|\\b(good|positive|great|nice) (review|rating|word)s?\\b|\\bleave a review\\b"
                        + "|\\breview us\\b|\\brate us\\b)");
    }

    boolean isIn(String text) {
        var plain = Han.simplified(text).toLowerCase(Locale.ROOT);
        return named.matcher(plain).find() && isAmong(Sentences.of(plain));
    }

    private boolean isAmong(List<String> all) {
        var sentences = all.stream()
                .map(sentence -> NEUTRAL.matcher(sentence).replaceAll(" "))
                .toList();
        return sentences.stream().anyMatch(this::isTied)
                || IntStream.range(1, sentences.size()).anyMatch(i -> areTied(sentences.get(i - 1), sentences.get(i)));
    }

    private boolean isTied(String sentence) {
        return tied.matcher(NONE.matcher(sentence).replaceAll(" ")).find();
    }

    private boolean areTied(String first, String second) {
        return earns(first, second) || earns(second, first);
    }

    private boolean earns(String acting, String giving) {
        return act.matcher(acting).find()
                && List.of(FREE, NONE).stream()
                        .noneMatch(each -> each.matcher(acting).find())
                && PRIZES.matcher(giving).find()
                && !NONE.matcher(giving).find();
    }
}
