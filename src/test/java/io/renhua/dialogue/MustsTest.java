package io.renhua.dialogue;

import static io.renhua.dialogue.Script.words;

import io.renhua.persona.Form;
import io.renhua.persona.Must;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A day that cannot be is asked for again, as a wrong answer is. It is Friday, October 2; from Monday to Friday people are in. */
class MustsTest {
    private static final Must OPEN = new Must(true, false, true);

    @Test
    void takesADayOnWhichSomebodyIsIn() {
        asked(OPEN).user("2026-10-05").nothingMore();
    }

    @Test
    void asksAgainForADayOnWhichNobodyIs() {
        asked(OPEN).user("2026-10-04").persona("那天不開。").nothingMore();
    }

    @Test
    void asksAgainForADayThatIsOver() {
        asked(OPEN).user("2026-10-02").persona("那天不開。").nothingMore();
        asked(OPEN).user("2026-10-01").persona("那天不開。").nothingMore();
    }

    @Test
    void asksAgainForADayThatIsStillToComeWhereItMustBeOver() {
        asked(new Must(false, true, false)).user("2026-10-05").persona("那天不開。").nothingMore();
        asked(new Must(false, true, false)).user("2026-10-01").nothingMore();
    }

    @Test
    void callsAPersonWhereNoDayWillDo() {
        asked(OPEN)
                .user("2026-10-04")
                .persona("那天不開。")
                .user("2026-10-11")
                .from("handoff.queued")
                .waitsIn("care");
    }

    @Test
    void givesTheQuestionUpOnceAnotherWasAnsweredWhereTheFormSaysSo() {
        Chat.running(Script.pao().with(stay(day(OPEN), Form.Digression.LEAVE)))
                .presses("forms.stay")
                .persona("哪天來？")
                .user("這個怎麼泡")
                .from("how_to_brew")
                .nothingMore();
        Chat.running(Script.pao().with(stay(day(OPEN), Form.Digression.RESUME)))
                .presses("forms.stay")
                .persona("哪天來？")
                .user("這個怎麼泡")
                .from("how_to_brew")
                .persona("哪天來？");
    }

    private static Chat asked(Must must) {
        return Chat.running(script(day(must))).presses("forms.stay").persona("哪天來？");
    }

    private static Form.Slot day(Must must) {
        return new Form.Slot("day", words("哪天來？"), words("那天不開。"), null, 2, "stuck", false, List.of(), must);
    }

    private static Script script(Form.Slot slot) {
        return Script.pao().with(stay(slot, Form.Digression.RESUME));
    }

    private static Form stay(Form.Slot slot, Form.Digression digression) {
        return new Form(
                "stay",
                List.of(slot),
                Script.asks("不訂了", "不订了", "leave it"),
                words("好。"),
                Duration.ofHours(1),
                null,
                null,
                null,
                null,
                digression);
    }
}
