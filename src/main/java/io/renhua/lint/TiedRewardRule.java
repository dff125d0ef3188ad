package io.renhua.lint;

import io.renhua.text.Han;

/** L3, L4 in words: nothing is promised for passing something on, or for praise. */
final class TiedRewardRule implements SpeechRule {
    private static final TiedReward SPREADS = TiedReward.forSpreading();
    private static final TiedReward PRAISES = TiedReward.forPraise();

    @Override
    public void judge(Utterance said, Findings findings) {
        if (SPREADS.isIn(said.text())) {
            findings.error(
                    said, Rule.L3, "this promises something for passing it on", apart(said, "轉給朋友", "pass it on"));
        }
        if (PRAISES.isIn(said.text())) {
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
}
