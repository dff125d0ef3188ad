package io.renhua.dialogue;

import static io.renhua.dialogue.Script.says;
import static io.renhua.dialogue.Script.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Entry;
import io.renhua.persona.Escalation;
import io.renhua.persona.Line;
import io.renhua.store.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A line that goes step by step: a word first, then a person, then silence for a while. */
class EscalationsTest {
    private static final String ABUSE = "sensitive.abuse";
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void goesOneStepFurtherEachTimeWhateverIsSaidInBetween() {
        insulted()
                .user("笨蛋")
                .says(ABUSE, "好好說，我幫你。")
                .nothingMore()
                .user("這個怎麼泡")
                .from("how_to_brew")
                .user("笨蛋")
                .from("handoff.queued")
                .waitsIn("care");
    }

    @Test
    void saysNothingForAWhileAndSpeaksAgainAfterIt() {
        var chat = pausing().user("笨蛋").from(ABUSE).user("笨蛋").persona("先歇一小時。");

        assertThat(chat.last().moves()).endsWith(new Move.Pause(Chat.FRIDAY.plus(HOUR)));

        chat.later(HOUR.minusSeconds(1))
                .user("這個怎麼泡")
                .nothingMore()
                .enters(new Entry.Opened())
                .nothingMore()
                .user("zxqv")
                .nothingMore()
                .later(Duration.ofSeconds(1))
                .user("這個怎麼泡")
                .from("how_to_brew");
    }

    @Test
    void staysAtTheLastStep() {
        pausing()
                .user("笨蛋")
                .from(ABUSE)
                .user("笨蛋")
                .from(ABUSE)
                .later(HOUR)
                .user("笨蛋")
                .persona("先歇一小時。");
    }

    @Test
    void hearsDangerAndAWishForAPersonThroughASilence() {
        pausing().user("笨蛋").user("笨蛋").user("不想活了").from("sensitive.crisis");
        pausing().user("笨蛋").user("笨蛋").user("找真人").from("handoff.queued").waitsIn("care");
    }

    @Test
    void keepsItsSilenceWhileNobodyIsIn() {
        pausing()
                .at(Chat.SUNDAY)
                .user("笨蛋")
                .user("笨蛋")
                .user("找真人")
                .from("handoff.closed")
                .waitsIn("care")
                .user("這個怎麼泡")
                .nothingMore();
    }

    @Test
    void isOverItOnceAPersonHasBeenThere() {
        var silent = pausing().user("笨蛋").user("笨蛋").state();

        assertThat(new Dialogue().afterPerson(silent).isSilent(Chat.FRIDAY)).isFalse();
    }

    @Test
    void remembersItsSilenceWhereItIsKept() {
        var silent = pausing().user("笨蛋").user("笨蛋").state();

        assertThat(Json.read(Json.write(silent), DialogueState.class)).isEqualTo(silent);
    }

    @Test
    void tellsHowOftenTheLineWasMeant() {
        var chat = insulted().user("笨蛋");

        assertThat(chat.last().moves())
                .singleElement()
                .isInstanceOfSatisfying(
                        Move.Say.class, say -> assertThat(say.trace().reason()).isEqualTo(new Reason.Again(1)));
    }

    private static Chat insulted() {
        return Chat.running(Script.pao()
                .with(abuse(
                        new Escalation(says(words("好好說，我幫你。")), null, null),
                        new Escalation(null, "negative", null),
                        new Escalation(null, null, HOUR))));
    }

    private static Chat pausing() {
        return Chat.running(Script.pao()
                .with(abuse(
                        new Escalation(says(words("好好說，我幫你。")), null, null),
                        new Escalation(says(words("先歇一小時。")), null, HOUR))));
    }

    private static Line abuse(Escalation... steps) {
        return new Line(
                ABUSE,
                Line.Topic.SENSITIVE,
                null,
                Script.asks("笨蛋", "笨蛋呀", "you fool"),
                Map.of(),
                null,
                List.of(),
                List.of(steps),
                Map.of(),
                null,
                false);
    }
}
