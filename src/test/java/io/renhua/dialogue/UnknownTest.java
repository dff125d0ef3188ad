package io.renhua.dialogue;

import static io.renhua.dialogue.Script.asks;
import static io.renhua.dialogue.Script.is;
import static io.renhua.dialogue.Script.line;
import static io.renhua.dialogue.Script.says;
import static io.renhua.dialogue.Script.words;

import io.renhua.message.Content;
import io.renhua.persona.Handoff;
import io.renhua.persona.Occasion;
import org.junit.jupiter.api.Test;

class UnknownTest {

    @Test
    void asksAgainThenOffersThenFetchesAPerson() {
        Chat.running(Script.pao())
                .user("zxqv")
                .says("unknown.1", "I missed that.")
                .user("wkjh")
                .says("unknown.2", "Is it one of these?")
                .user("pqmz")
                .from("handoff.queued")
                .waitsIn("care");
    }

    @Test
    void beginsAnewOnceSomethingWasUnderstood() {
        Chat.running(Script.pao())
                .user("zxqv")
                .from("unknown.1")
                .user("how do I brew it")
                .user("zxqv")
                .from("unknown.1");
    }

    @Test
    void countsAmongTheLastMessagesToo() {
        var script = Script.pao().with(new Handoff.Reason("fallback", "care", new Occasion.Missed(2, 3), false, false));

        Chat.running(script)
                .user("zxqv")
                .user("how do I brew it")
                .user("wkjh")
                .from("handoff.queued")
                .waitsIn("care");
        Chat.running(script)
                .user("zxqv")
                .user("how do I brew it")
                .user("how do I brew it")
                .user("wkjh")
                .from("unknown.1");
    }

    @Test
    void offersNoSorrowAndNoSmallTalkAsAGuess() {
        Chat.running(Script.pao())
                .user("zxqv")
                .user("wkjh")
                .from("unknown.2")
                .offersKeys("order_status", "pick_tea", "handoff.explicit");
    }

    @Test
    void answersNothingToWhatItDoesNotKnow() {
        Chat.running(Script.pao()).hears(new Content.Unsupported("sticker")).nothingMore();
    }

    @Test
    void answersPicturesWithoutWordsOnceInARow() {
        var picture = new Content.Media(Content.Media.Kind.IMAGE, "line:1", "");

        Chat.running(Script.pao())
                .hears(picture)
                .from("unknown.1")
                .hears(picture)
                .nothingMore()
                .user("這個怎麼泡")
                .from("how_to_brew")
                .hears(picture)
                .from("unknown.1");
    }

    @Test
    void takesATranscriptForWords() {
        Chat.running(Script.pao())
                .hears(new Content.Media(Content.Media.Kind.VOICE, "line:2", "這個怎麼泡"))
                .from("how_to_brew");
    }

    @Test
    void answersAPlaceWithTheLineThatUsesIt() {
        var place = new Content.Place(25.03, 121.56, "");
        var stores = line("stores", asks("店在哪", "店在哪", "where"), says(is("entity", "place"), words("離你最近的是信義店。")));

        Chat.running(Script.pao().with(stores)).hears(place).says("stores", "離你最近的是信義店。");
        Chat.running(Script.pao()).hears(place).from("unknown.1");
    }
}
