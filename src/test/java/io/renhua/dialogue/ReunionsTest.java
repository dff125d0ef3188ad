package io.renhua.dialogue;

import static io.renhua.dialogue.Script.asks;
import static io.renhua.dialogue.Script.line;
import static io.renhua.dialogue.Script.says;
import static io.renhua.dialogue.Script.words;

import io.renhua.message.Entry;
import io.renhua.persona.Sympathy;
import io.renhua.persona.Welcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReunionsTest {
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void greetsWhoComesBackOnceBeforeTheAnswer() {
        chat().user("recommend me a tea")
                .from("pick_tea")
                .later(MONTH)
                .user("how do I brew it")
                .from("disclosure.first")
                .says("entry.back_after", "Long time! Last time: Pick a tea.")
                .from("how_to_brew")
                .nothingMore()
                .user("how do I brew it")
                .from("how_to_brew")
                .nothingMore();
    }

    @Test
    void namesNothingWhereNothingWasAskedAbout() {
        chat().user("are you a person")
                .from("small_talk.are_you_human")
                .later(MONTH)
                .user("how do I brew it")
                .from("disclosure.first")
                .says("entry.back_after", "Long time! Last time: tea.");
    }

    @Test
    void doesNotGreetAfterLess() {
        chat().user("recommend me a tea")
                .later(MONTH.minusSeconds(1))
                .user("how do I brew it")
                .from("disclosure.first")
                .from("how_to_brew")
                .nothingMore();
    }

    @Test
    void doesNotTakeOpeningTheChatForWriting() {
        chat().user("recommend me a tea")
                .later(MONTH)
                .enters(new Entry.Opened())
                .from("disclosure.first")
                .from("entry.follow")
                .nothingMore()
                .user("how do I brew it")
                .from("entry.back_after")
                .from("how_to_brew");
    }

    @Test
    void doesNotStandInTheWayOfACrisis() {
        chat().user("recommend me a tea")
                .later(MONTH)
                .user("want to die")
                .from("disclosure.first")
                .from("sensitive.crisis");
    }

    @Test
    void doesNotStandInTheWayOfWhoWantsAPerson() {
        chat().user("recommend me a tea")
                .later(MONTH)
                .user("human")
                .from("disclosure.first")
                .from("handoff.closed");
    }

    @Test
    void leavesTheAngryAlone() {
        var late = line("late", asks("太差了！", "太差了！", "this is terrible"), says(words("抱歉。", "抱歉。", "Sorry.")));
        Chat.running(script().with(late).feels(Sympathy.standing("angry")))
                .user("recommend me a tea")
                .later(MONTH)
                .user("this is terrible")
                .from("disclosure.first")
                .from("late")
                .nothingMore();
    }

    @Test
    void offersWhatItHasWhereTheAnswerOffersNothing() {
        var greeting = new Welcome.Back(30, says(words("好久不見！", "好久不见！", "Long time!"), "pick_tea"));
        Chat.running(Script.pao().with(greeting))
                .user("recommend me a tea")
                .later(MONTH)
                .user("how do I brew it")
                .offersKeys("pick_tea");
    }

    private static Chat chat() {
        return Chat.running(script());
    }

    private static Script script() {
        var last = "Long time! Last time: {last_topic|tea}.";
        return Script.pao().with(new Welcome.Back(30, says(words("好久不見！", "好久不见！", last))));
    }
}
