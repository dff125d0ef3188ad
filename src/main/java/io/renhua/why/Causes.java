package io.renhua.why;

import io.renhua.dialogue.Reason;

/** What made the persona speak, in words. */
final class Causes {
    private final Tongue tongue;

    Causes(Tongue tongue) {
        this.tongue = tongue;
    }

    String of(Reason reason, String source) {
        boolean askedFor = reason instanceof Reason.PersonWanted || reason instanceof Reason.Waiting;
        return reason(reason)
                + (asksForAPerson(source) && !askedFor ? tongue.say("; so a person was asked for", "；所以找了真人") : "");
    }

    private static boolean asksForAPerson(String source) {
        return source.equals("handoff.queued") || source.equals("handoff.closed");
    }

    private String reason(Reason reason) {
        return switch (reason) {
            case Reason.Surely() -> tongue.say("this line was surely meant", "確定是在說這件事");
            case Reason.InTheseWords() ->
                tongue.say("these very words stand among the line's examples", "例句裡就有這句話，一字不差");
            case Reason.Again(var time) ->
                tongue.say(
                        "this line was meant"
                                + (time == 1 ? " for the first time" : ", " + time + " times in this conversation now"),
                        "是在說這件事，這段對話裡第 " + time + " 次");
            case Reason.Pressed(var key) ->
                tongue.say(
                        "they pressed what leads to " + key + ", or typed its label", "按了通往 " + key + " 的按鈕，或打了按鈕上的字");
            case Reason.Shown(var what) -> shown(what);
            case Reason.Danger(var byWord) ->
                byWord
                        ? tongue.say(
                                "a word was said that may mean danger; this comes before everything",
                                "說了可能有危險的字；這比什麼都優先")
                        : tongue.say("it may mean danger; this comes before everything", "意思可能有危險；這比什麼都優先");
            case Reason.SensitiveWord(var pack) ->
                tongue.say("a word of the pack " + pack + " was said", "說了詞包 " + pack + " 裡的詞");
            case Reason.PersonWanted() -> tongue.say("they asked for a person", "要找真人");
            case Reason.LeftAlone() -> tongue.say("they said whether they want to hear from us", "說了要不要再收到訊息");
            case Reason.ToBeForgotten() -> tongue.say("they asked to be forgotten", "要求忘記他們");
            case Reason.Answered(var form, var slot) ->
                tongue.say(
                        "it answers the question for " + slot + " of the form " + form,
                        "回答了表單 " + form + " 問的 " + slot);
            case Reason.NotAnswered(var form, var slot, var times) ->
                tongue.say(
                        "the form " + form + " asked for " + slot + " and this is no answer to it, "
                                + (times == 1 ? "for the first time" : times + " times now"),
                        "表單 " + form + " 問 " + slot + "，這不是答案，第 " + times + " 次了");
            case Reason.CameOf(var action, var result) ->
                tongue.say("the action " + action + " came to " + result, "動作 " + action + " 的結果是 " + result);
            case Reason.GaveUp(var form) -> tongue.say("they gave up the form " + form, "不想填表單 " + form + " 了");
            case Reason.Missed(var inARow) ->
                tongue.say(
                        "nothing was surely meant" + (inARow > 1 ? ", " + inARow + " times in a row" : ""),
                        "沒有一件事夠確定" + (inARow > 1 ? "，連續 " + inARow + " 次" : ""));
            case Reason.MissedOften(var missed, var within) ->
                tongue.say(
                        missed + " of the last " + within + " messages were not understood",
                        "最近 " + within + " 則訊息有 " + missed + " 則沒聽懂");
            case Reason.Felt(var feeling) ->
                tongue.say("they seem " + feeling + ", from this message on", "從這句開始像是 " + feeling);
            case Reason.FeltLong(var feeling, var times) ->
                tongue.say("they seem " + feeling + " for " + times + " messages", "連續 " + times + " 則像是 " + feeling);
            case Reason.CameIn() -> tongue.say("they came in", "剛進來");
            case Reason.CameBack(var days) ->
                tongue.say("they write again after " + days + " days", "隔了 " + days + " 天又來了");
            case Reason.Machine(var again) ->
                again
                        ? tongue.say("it is long ago that they were told it is a machine", "上次說自己是 AI 已經很久了")
                        : tongue.say(
                                "whoever writes for the first time is told that it is a machine", "第一次見面，要先說自己是 AI");
            case Reason.PersonCame() -> tongue.say("a person took over", "真人接手了");
            case Reason.PersonLeft() -> tongue.say("a person gave the conversation back", "真人把對話交回來了");
            case Reason.HowItWas() -> tongue.say("a person's help was over", "真人幫完了，問問覺得怎麼樣");
            case Reason.SomebodyElse() -> tongue.say("another person is to answer", "換別的真人來回答");
            case Reason.Waiting() -> tongue.say("they wait for a person and were told too little", "在等真人，還沒說清楚要等多久");
            case Reason.Reopened() -> tongue.say("they wrote again soon after a person had finished", "真人剛處理完，又寫來了");
            case Reason.ChangedTheirMind() -> tongue.say("they do not want a person any more", "不找真人了");
        };
    }

    private String shown(String what) {
        return switch (what) {
            case "place" -> tongue.say("they sent a place", "傳了位置");
            case "link" -> tongue.say("they sent a link", "傳了連結");
            default -> tongue.say("what they sent has no words", "傳來的東西沒有字");
        };
    }
}
