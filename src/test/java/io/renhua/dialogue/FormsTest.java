package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Content;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

    @Test
    void asksNothingThatWasSaidAlready() {
        Chat.running(Script.pao().with(Script.line("x", Script.asks("x", "x", "x"), Script.says(Script.words("x")))))
                .hears(new Content.Chosen("order_status", "SP20260101 到哪了"))
                .says("order_status", "SP20260101已經出發，預計週五到。")
                .nothingMore();
    }

    @Test
    void looksUpWhateverTheCase() {
        Chat.running(Script.pao()).user("我的茶包到哪了").user("sp20260102").persona("晚了3天。");
    }

    @Test
    void saysSoWhenTheTableHasNoSuchRow() {
        Chat.running(Script.pao()).user("我的茶包到哪了").user("SP99999999").persona("查不到SP99999999，是不是少打一碼？");
    }

    @Test
    void asksAgainAndFetchesAPersonAfterTheSecondWrongAnswer() {
        Chat.running(Script.pao())
                .user("我的茶包到哪了")
                .from("forms.order_lookup.order_no")
                .user("0912")
                .says("forms.order_lookup.order_no", "格式像 SP20260101 這樣。")
                .user("0913")
                .from("handoff.queued")
                .waitsIn("care");
    }

    @Test
    void countsTheSameQuestionBackAsAWrongAnswer() {
        Chat.running(Script.pao())
                .user("我的茶包到哪了")
                .user("我的茶包到哪了")
                .persona("格式像 SP20260101 這樣。")
                .user("我的茶包到哪了")
                .from("handoff.queued");
    }

    @Test
    void forgivesAWrongAnswerOnceTheRightOneCame() {
        Chat.running(Script.pao())
                .user("我想預約")
                .user("火星")
                .persona("台北或巴黎？")
                .user("巴黎")
                .persona("哪一天方便？")
                .user("隨時")
                .persona("請給一個日期。");
    }

    @Test
    void answersAQuestionInBetweenAndAsksAgain() {
        Chat.running(Script.pao())
                .user("我的茶包到哪了")
                .user("你是真人嗎")
                .from("small_talk.are_you_human")
                .says("forms.order_lookup.order_no", "給我訂單號就行。")
                .user("SP20260101")
                .from("order_status");
    }

    @Test
    void putsAFormOffForAnotherAndComesBack() {
        Chat.running(Script.pao())
                .user("我想預約")
                .user("我的茶包到哪了")
                .from("forms.order_lookup.order_no")
                .nothingMore()
                .user("SP20260101")
                .from("order_status")
                .says("forms.visit.city", "哪一座城市？")
                .nothingMore();
    }

    @Test
    void takesACorrectionOfAnEarlierAnswer() {
        Chat.running(Script.pao())
                .user("我想預約")
                .user("台北")
                .persona("哪一天方便？")
                .user("不對，是巴黎")
                .persona("哪一天方便？")
                .user("2026-11-05")
                .user("略過")
                .persona("巴黎，11月5日（週四），可以嗎？")
                .user("不，2026-11-06")
                .persona("巴黎，11月6日（週五），可以嗎？")
                .user("對")
                .says("book", "巴黎，11月6日（週五），為您留門。");
    }

    @Test
    void takesACorrectionAfterTheAnswer() {
        Chat.running(Script.pao())
                .user("我的茶包到哪了")
                .user("SP20260101")
                .user("no, SP20260102")
                .says("order_status", "晚了3天。")
                .nothingMore();
    }

    @ParameterizedTest
    @ValueSource(strings = {"先不查", "先不查了吧，先不查", "先不查，謝謝", "那先不查吧", "先不查了謝謝"})
    void leavesAFormWhenTold(String words) {
        Chat.running(Script.pao())
                .user("我的茶包到哪了")
                .user(words)
                .says("forms.order_lookup.cancelled", "好，先不查。")
                .nothingMore()
                .user("0912")
                .from("unknown.1");
    }

    @Test
    void forgetsAFormThatWasLeftTooLong() {
        Chat.running(Script.pao())
                .user("我的茶包到哪了")
                .later(Duration.ofMinutes(31))
                .user("0912")
                .from("unknown.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip", "略過", "不用", "不用了", "no thanks"})
    void skipsWhatMayBeSkipped(String words) {
        Chat.running(Script.pao())
                .user("我想預約")
                .user("台北")
                .user("2026-11-05")
                .user(words)
                .from("forms.visit.confirm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Yes please", "好", "可以的", "沒問題", "嗯", "ok"})
    void takesAYes(String yes) {
        assertThat(confirming().user(yes).last().intent()).isEqualTo("book");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "不要", "不用，謝謝", "不對"})
    void takesANo(String no) {
        confirming().user(no).from("forms.visit.cancelled").nothingMore();
    }

    @Test
    void asksOnceMoreWhatWasNeitherYesNorNo() {
        confirming()
                .user("也許吧看看")
                .from("forms.visit.confirm")
                .user("也許吧看看")
                .from("handoff.queued")
                .waitsIn("care");
    }

    @Test
    void takesAPressedYes() {
        confirming().presses("value.confirm.yes").from("book");
    }

    @Test
    void takesAPressedValue() {
        Chat.running(Script.pao()).user("我想預約").presses("value.city.paris").from("forms.visit.day");
    }

    @Test
    void printsANameAsItWasGiven() {
        Chat.running(Script.pao())
                .user("我想預約")
                .user("台北")
                .user("2026-11-05")
                .user("{nickname}\n{x|y}")
                .user("好")
                .says("book", "台北，11月5日（週四），為{nickname} {x|y}留門。");
    }

    @Test
    void asksAgainForAPictureOnce() {
        var picture = new Content.Media(Content.Media.Kind.IMAGE, "line:1", "");

        Chat.running(Script.pao())
                .user("我的茶包到哪了")
                .hears(picture)
                .from("forms.order_lookup.order_no")
                .hears(picture)
                .nothingMore();
    }

    private static Chat confirming() {
        return Chat.running(Script.pao())
                .user("我想預約")
                .user("台北")
                .user("2026-11-05")
                .user("王小明")
                .from("forms.visit.confirm")
                .nothingMore();
    }
}
