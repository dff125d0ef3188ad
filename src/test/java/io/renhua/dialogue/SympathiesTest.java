package io.renhua.dialogue;

import static io.renhua.dialogue.Script.asks;
import static io.renhua.dialogue.Script.line;
import static io.renhua.dialogue.Script.says;
import static io.renhua.dialogue.Script.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Line;
import io.renhua.persona.Sympathy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SympathiesTest {
    private static final Line PARCEL = line(
            "parcel",
            asks("我的包裹呢，太差了！", "我的包裹呢，太差了！", "where is it, this is terrible"),
            says(words("在路上了。", "在路上了。", "It is on its way.")));
    private static final Sympathy ANGRY = new Sympathy(
            "angry",
            -0.5,
            "sorry",
            true,
            Duration.ofDays(7),
            words("換我也會氣。", "换我也会气。", "I'd be cross too."),
            2,
            "negative");

    @Test
    void saysAWordFirstWhenTheFeelingBeginsAndNotAgainWhileItLasts() {
        var once = new Sympathy("angry", -0.5, null, false, Duration.ZERO, ANGRY.once(), null, null);
        Chat.running(Script.pao().with(PARCEL).feels(once))
                .user("where is it, this is terrible")
                .says("feelings.angry", "I'd be cross too.")
                .from("parcel")
                .user("where is it, this is terrible")
                .from("parcel")
                .nothingMore();
    }

    @Test
    void fetchesAPersonWhenItLasts() {
        Chat.running(Script.pao().with(PARCEL).feels(ANGRY))
                .user("where is it, this is terrible")
                .from("feelings.angry")
                .from("parcel")
                .user("where is it, this is terrible")
                .from("handoff.queued")
                .waitsIn("care");
    }

    @Test
    void beginsAnewOnceTheyHaveCalmedDown() {
        var state = Chat.running(Script.pao().with(PARCEL).feels(ANGRY))
                .user("where is it, this is terrible")
                .user("ok")
                .state();

        assertThat(state.felt()).isEqualTo(Felt.NOTHING);
    }

    @Test
    void wearsAnotherFace() {
        var said = Chat.running(Script.pao().with(PARCEL).feels(ANGRY))
                .user("我的包裹呢，太差了！")
                .last();

        assertThat(said.moves())
                .isNotEmpty()
                .allSatisfy(move -> assertThat(((Move.Say) move).mood()).isEqualTo("sorry"));
    }

    @Test
    void leavesWhatWasNotUnderstoodAsItIs() {
        Chat.running(Script.pao().feels(ANGRY)).user("this is terrible").from("unknown.1");
    }

    @Test
    void leavesACrisisToItsOwnWords() {
        var sad = new Sympathy("sad", -0.5, null, true, Duration.ZERO, words("我在。", "我在。", "I'm here."), null, null);
        Chat.running(Script.pao().feels(sad)).user("好難過，我真的不想活了").from("sensitive.crisis");
    }

    @Test
    void goesByTheScriptsOwnBound() {
        var patient = new Sympathy("angry", -0.9, null, false, Duration.ZERO, ANGRY.once(), null, null);
        Chat.running(Script.pao().with(PARCEL).feels(patient))
                .user("where is it, this is terrible")
                .from("parcel");
    }
}
