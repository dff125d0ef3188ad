package io.renhua.dialogue;

import static io.renhua.dialogue.Script.asks;
import static io.renhua.dialogue.Script.line;
import static io.renhua.dialogue.Script.says;
import static io.renhua.dialogue.Script.words;

import io.renhua.message.Content;
import io.renhua.message.Entry;
import io.renhua.nlu.EntityFinders;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Form;
import io.renhua.persona.Line;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody sends in one breath gets one reply. */
class BreathTest {

    @Test
    void makesASentenceOfFragments() {
        Chat.running(shop())
                .types("推薦", "一款", "茶")
                .from("pick_tea")
                .nothingMore()
                .tookThemFor("pick_tea");
    }

    @Test
    void answersTwoQuestionsInTheirOrder() {
        Chat.running(shop())
                .types("這個怎麼泡", "推薦一款茶")
                .from("how_to_brew")
                .from("pick_tea")
                .nothingMore()
                .tookThemFor("how_to_brew", "pick_tea");
    }

    @Test
    void answersTheQuestionAndNotTheGreeting() {
        Chat.running(shop())
                .types("你好", "這個怎麼泡")
                .from("how_to_brew")
                .nothingMore()
                .tookThemFor("small_talk.hello", "how_to_brew");
    }

    @Test
    void greetsBackWhoOnlyGreets() {
        Chat.running(shop()).types("你好", "你好").from("small_talk.hello").nothingMore();
    }

    @Test
    void saysThatItIsAMachineBesideAnAnswerToo() {
        Chat.running(shop())
                .types("你是真人嗎", "這個怎麼泡")
                .from("small_talk.are_you_human")
                .from("how_to_brew")
                .nothingMore();
    }

    @Test
    void disclosesItselfOnce() {
        Chat.with(shop())
                .types("這個怎麼泡", "推薦一款茶")
                .from("disclosure.first")
                .from("how_to_brew")
                .from("pick_tea")
                .nothingMore();
    }

    @Test
    void passesOverWhatItDoesNotUnderstandBesideAnAnswer() {
        Chat.running(shop())
                .types("qwertz", "這個怎麼泡", "yxcvb")
                .from("how_to_brew")
                .nothingMore()
                .tookThemFor("-", "how_to_brew", "-");
    }

    @Test
    void saysOnceThatItUnderstandsNothing() {
        Chat.running(shop())
                .types("qwertz", "yxcvb", "uiop")
                .from("unknown.1")
                .nothingMore()
                .user("qwertz")
                .from("unknown.2");
    }

    @Test
    void doesNotLetAGreetingHideThatItUnderstandsNothing() {
        Chat.running(shop())
                .types("你好", "qwertz")
                .from("small_talk.hello")
                .from("unknown.1")
                .nothingMore();
    }

    @Test
    void asksBackAtTheEndAboutWhatIsOnlyLikely() {
        Chat.running(shop())
                .types("一款茶", "這個怎麼泡")
                .from("how_to_brew")
                .from("unknown.1")
                .offersKeys("pick_tea", "order_status", "handoff.explicit")
                .nothingMore();
    }

    @Test
    void leavesEverythingElseAloneInACrisis() {
        Chat.running(shop())
                .types("這個怎麼泡", "我不想活了", "推薦一款茶")
                .from("sensitive.crisis")
                .from("handoff.queued")
                .waitsIn("urgent");
    }

    @Test
    void answersAndFetchesAPerson() {
        Chat.running(shop())
                .types("這個怎麼泡", "真人", "推薦一款茶")
                .from("how_to_brew")
                .from("handoff.queued")
                .waitsIn("care");
    }

    @Test
    void doesNotAskWhatTheNextBubbleAnswers() {
        Chat.running(shop())
                .types("我的茶包到哪了", "SP20260101")
                .says("order_status", "SP20260101已經出發，預計週五到。")
                .nothingMore();
    }

    @Test
    void takesTheAnswerToTheOpenQuestionOutOfABurst() {
        Chat.running(shop())
                .user("我的茶包到哪了")
                .from("forms.order_lookup.order_no")
                .types("等我一下", "SP20260101", "這個怎麼泡")
                .says("order_status", "SP20260101已經出發，預計週五到。")
                .from("how_to_brew")
                .nothingMore()
                .tookThemFor("-", "order_status", "how_to_brew");
    }

    @Test
    void countsAWrongAnswerInManyBubblesOnce() {
        Chat.running(shop())
                .user("我的茶包到哪了")
                .types("0912", "0913", "0914")
                .says("forms.order_lookup.order_no", "格式像 SP20260101 這樣。")
                .nothingMore();
    }

    @Test
    void asksItsQuestionOnceAtTheEnd() {
        Chat.running(shop())
                .user("我想預約")
                .types("這個怎麼泡", "台北")
                .from("how_to_brew")
                .from("forms.visit.day")
                .nothingMore();
    }

    @Test
    void putsAnAnswerOfSeveralBubblesTogether() {
        Chat.running(shop())
                .user("我想預約")
                .types("台北", "2026-11-05")
                .from("forms.visit.name")
                .nothingMore()
                .tookThemFor("book", "book");
    }

    @Test
    void takesAYesThatComesWithThanks() {
        Chat.running(shop())
                .user("我想預約")
                .user("台北")
                .user("2026-11-05")
                .user("略過")
                .types("好", "這個怎麼泡")
                .from("book")
                .from("how_to_brew")
                .nothingMore();
    }

    @Test
    void keepsPicturesAndEventsInTheirOrder() {
        var picture = new Content.Media(Content.Media.Kind.IMAGE, "line:1", "");
        var voice = new Content.Media(Content.Media.Kind.VOICE, "line:2", "推薦一款茶");

        Chat.running(shop())
                .breathes(
                        new Content.Entered(new Entry.Followed()),
                        new Content.Text("這個"),
                        picture,
                        voice,
                        new Content.Text("這個怎麼泡"))
                .from("entry.follow")
                .from("pick_tea")
                .from("how_to_brew")
                .nothingMore()
                .tookThemFor("-", "-", "-", "pick_tea", "how_to_brew");
    }

    @Test
    void shrugsOnceAtSeveralPictures() {
        var picture = new Content.Media(Content.Media.Kind.IMAGE, "line:1", "");

        Chat.running(shop())
                .breathes(picture, picture, picture)
                .from("unknown.1")
                .nothingMore();
    }

    @Test
    void leadsFromATypedLabelToItsLine() {
        Chat.running(shop())
                .types("查包裹", "這個怎麼泡")
                .from("how_to_brew")
                .from("forms.order_lookup.order_no")
                .nothingMore();
    }

    @ParameterizedTest
    @CsvSource({"city, 台北, day", "day, 明天下午, name", "amount, 三個, city", "name, 叫我小明就好, confirm"})
    void takesRealValuesForTheOpenQuestionFirst(String slot, String answer, String next) {
        visiting(slot).user(answer).from("forms.visit." + next).nothingMore();
    }

    @Test
    void doesNotTakeAQuestionForAName() {
        visiting("name")
                .user("你是真人嗎")
                .from("small_talk.are_you_human")
                .from("forms.visit.name")
                .nothingMore();
    }

    /** Somebody who is asked this now; values are found as they are in earnest. */
    private static Chat visiting(String slot) {
        var script = shop().with("amount", new EntityKind.BuiltIn("number"));
        var visit = Objects.requireNonNull(script.persona().forms().get("visit"));
        var slots = new ArrayList<>(visit.slots());
        slots.add(0, Script.slot("amount", words("幾個？"), words("幾個？")));
        slots.removeIf(each -> !each.name().equals(slot) && each.name().equals("amount"));
        script.with(new Form(
                visit.id(),
                slots,
                visit.cancel(),
                visit.cancelled(),
                visit.expires(),
                visit.confirm(),
                visit.lookUp(),
                visit.action(),
                visit.handsOff()));
        var chat = Chat.with(LivePersona.learn(script.persona(), ExactClassifier::new, EntityFinders::of))
                .user("我想預約");
        for (var each : slots) {
            if (each.name().equals(slot)) {
                return chat;
            }
            chat.user(each.name().equals("city") ? "巴黎" : "2026-11-05");
        }
        return chat;
    }

    private static Script shop() {
        return Script.pao()
                .with(line(
                        "small_talk.hello",
                        Line.Topic.SMALL_TALK,
                        null,
                        asks("你好", "你好", "hello"),
                        null,
                        null,
                        says(words("嗨。", "嗨。", "Hi."))));
    }
}
