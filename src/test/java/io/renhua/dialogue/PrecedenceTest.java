package io.renhua.dialogue;

import static io.renhua.dialogue.Script.asks;
import static io.renhua.dialogue.Script.line;
import static io.renhua.dialogue.Script.says;
import static io.renhua.dialogue.Script.words;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrecedenceTest {

    @Test
    void answersACrisisBeforeEverything() {
        Chat.running(Script.pao())
                .user("我的茶包到哪了")
                .from("forms.order_lookup.order_no")
                .user("我真的不想活了，幫我找真人")
                .says("sensitive.crisis", "我很擔心你。請先打1925。")
                .from("handoff.queued")
                .waitsIn("urgent");
    }

    @Test
    void fetchesAPersonForACrisisWhenNobodyElseIsIn() {
        Chat.running(Script.pao())
                .at(Chat.SUNDAY)
                .user("I want to die")
                .says("sensitive.crisis", "I'm worried. Please call your local emergency number.")
                .from("handoff.queued")
                .waitsIn("urgent");
    }

    @Test
    void takesAWordForNeverMindForNoCrisis() {
        var script = Script.pao()
                .with(line(
                        "sensitive.grief",
                        io.renhua.persona.Line.Topic.SENSITIVE,
                        io.renhua.persona.Line.Lock.CRISIS,
                        asks("走了算了", "走了算了", "let me go"),
                        null,
                        "urgent",
                        says(words("我在。"))));

        Chat.running(script).user("算了").from("unknown.1");
        Chat.running(script).user("我走了算了").from("sensitive.grief");
    }

    @Test
    void answersWhatIsOnlyLikelyACrisis() {
        Chat.running(Script.pao()).user("不想活").from("sensitive.crisis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"真人", "轉人工！", "我要转人工", "just give me a person", "找真人", "不要機器人，我要真人", "human please"})
    void fetchesAPersonInOneStep(String ask) {
        Chat.running(Script.pao()).user(ask).from("handoff.queued").waitsIn("care");
    }

    @Test
    void fetchesAPersonInTheMiddleOfAForm() {
        Chat.running(Script.pao())
                .user("where is my parcel")
                .user("a human please")
                .from("handoff.queued")
                .waitsIn("care");
    }

    @ParameterizedTest
    @ValueSource(strings = {"are you a person", "你是真人嗎"})
    void doesNotTakeAQuestionAboutItselfForAnAskForAPerson(String question) {
        Chat.running(Script.pao())
                .user(question)
                .from("small_talk.are_you_human")
                .nothingMore();
    }

    @ParameterizedTest
    @ValueSource(strings = {"不要真人", "I don't want a person", "personal"})
    void fetchesNobodyWhoIsNotWanted(String words) {
        Chat.running(Script.pao()).user(words).from("unknown.1").nothingMore();
    }

    @Test
    void doesNotTakeEveryPersonInALongSentenceForAnAsk() {
        var gift = asks("送人的茶", "送人的茶", "a tea for a person who hates all bitter things, please");

        Chat.running(Script.pao().with(line("gift", gift, says(words("Roselle.")))))
                .user("a tea for a person who hates all bitter things")
                .from("unknown.1")
                .nothingMore();
    }

    @Test
    void asksBackWhenAPersonIsOnlyOneOfSeveralGuesses() {
        Chat.running(Script.pao()).user("轉人").from("handoff.queued");
        Chat.running(Script.pao().with(line("queue", asks("轉人工嗎", "转人工吗", "queue?"), says(words("?")))))
                .user("轉人")
                .from("unknown.1")
                .offersKeys("queue", "handoff.explicit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "stop!", "TD", "退訂", "取消訂閱", "不要再傳訊息給我", "退订", "别再发消息给我", "Unsubscribe"})
    void leavesAloneWhoSaysSoWhateverIsOpen(String words) {
        var chat = Chat.running(Script.pao())
                .user("where is my parcel")
                .user(words)
                .from("privacy.stop")
                .nothingMore();

        assertThat(chat.state().offers().stopped()).isTrue();
        assertThat(chat.state().forms()).isEmpty();
        assertThat(chat.user("恢復訂閱").from("privacy.start").state().offers().stopped())
                .isFalse();
    }

    @Test
    void speaksOfNoSubscriptionThatNobodyEnded() {
        Chat.running(Script.pao()).user("訂閱").from("unknown.1");
    }

    @Test
    void leavesAloneInTheWordsOfTheScript() {
        var script = Script.pao().with(line("stop", asks("別吵我", "别吵我", "be quiet"), says(words("好。", "好。", "Okay."))));

        assertThat(Chat.running(script)
                        .user("be quiet")
                        .says("stop", "Okay.")
                        .state()
                        .offers()
                        .stopped())
                .isTrue();
        Chat.running(script).user("STOP").from("stop").nothingMore();
    }

    @ParameterizedTest
    @ValueSource(strings = {"忘記我", "刪除我的資料。", "删除我的数据", "Forget me", "delete my data"})
    void forgetsPeopleInTheMiddleOfAForm(String words) {
        var chat = Chat.running(Script.pao())
                .user("where is my parcel")
                .user(words)
                .from("privacy.erase")
                .from("handoff.queued")
                .waitsIn("care");

        assertThat(chat.state().forms()).isEmpty();
        assertThat(chat.state().memory()).isEqualTo(Memory.NOTHING);
    }

    @Test
    void nobodyIsUrgentByAButtonThatTheScriptDoesNotHave() {
        Chat.running(Script.pao())
                .presses("handoff.urgent")
                .from("handoff.queued")
                .waitsIn("care");
        Chat.running(Script.pao().label("handoff.urgent", words("很急", "很急", "Urgent")))
                .presses("handoff.urgent")
                .from("handoff.queued")
                .waitsIn("urgent");
    }

    @Test
    void hearsBothWhileAPersonIsOnTheWay() {
        var chat = Chat.running(Script.pao()).user("找真人");

        chat.user("STOP").from("privacy.stop").nothingMore();
        chat.user("忘記我").from("privacy.erase").nothingMore();
        assertThat(chat.state().offers().stopped()).isTrue();
    }

    @Test
    void forgetsPeopleInTheWordsOfTheScript() {
        var script = Script.pao()
                .with(line("erase", asks("都刪了吧", "都删了吧", "wipe it"), says(words("好，都忘了。", "好，都忘了。", "Forgotten."))));

        Chat.running(script)
                .user("wipe it")
                .says("erase", "Forgotten.")
                .from("handoff.queued")
                .waitsIn("care");
    }

    @Test
    void answersTheOpenQuestionBeforeALine() {
        var script =
                Script.pao().with(line("about_sp", asks("SP20260101", "SP20260101", "SP20260101"), says(words("？"))));

        Chat.running(script).user("我的茶包到哪了").user("SP20260101").says("order_status", "SP20260101已經出發，預計週五到。");
    }

    @Test
    void leadsFromAPressedReplyStraightToItsLine() {
        Chat.running(Script.pao())
                .presses("how_to_brew")
                .from("how_to_brew")
                .presses("forms.visit")
                .from("forms.visit.city")
                .presses("handoff.explicit")
                .from("handoff.queued")
                .waitsIn("care");
    }

    @Test
    void takesATypedLabelForAPressedOne() {
        Chat.running(Script.pao()).user(" my parcel ").from("forms.order_lookup.order_no");
    }

    @Test
    void staysCalmWhenAPressedReplyLeadsNowhere() {
        Chat.running(Script.pao()).presses("campaigns.spring").from("unknown.1");
    }

    @Test
    void leavesALineAloneWhoseScriptSaysThatTheseWordsMeanSomethingElse() {
        var brew = line("wash", asks("怎麼洗", "怎么洗", "how to wash"), says(words("輕輕洗。")));
        var not = new io.renhua.persona.Line(
                brew.id(),
                brew.topic(),
                null,
                brew.asks(),
                asks("怎麼洗", "怎么洗", "x"),
                null,
                brew.says(),
                brew.sets(),
                null);

        Chat.running(Script.pao().with(not)).user("怎麼洗").from("unknown.1");
    }
}
