package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that a program answers. */
class ActionsTest {
    private static final Performed SHIPPED = new Performed.Done("shipped", Map.of("eta", "2026-10-09"));

    private final Chat chat =
            Chat.running(Script.pao().withAction()).user("我的茶包到哪了").user("SP20260101");

    @Test
    void hasItDoneWithWhatIsGivenAndSaysSoMeanwhile() {
        chat.performs("find_order", Map.of("order_no", "SP20260101"))
                .persona("我查一下。")
                .nothingMore();
    }

    @Test
    void saysWhatCameOfIt() {
        chat.ends(SHIPPED).says("order_status", "SP20260101已經出發，預計10月9日（週五）到。").nothingMore();
    }

    @Test
    void goesOnWithTheTalkBeforeAnythingCameOfIt() {
        chat.user("下雨了").ends(SHIPPED).persona("SP20260101已經出發，預計10月9日（週五）到。");
    }

    @Test
    void asksItsOpenQuestionAgainBehindWhatCame() {
        chat.user("我想預約").ends(SHIPPED).persona("SP20260101已經出發，預計10月9日（週五）到。").persona("哪一座城市？");
    }

    @Test
    void saysSoInTheActionsOwnWordsWhenItFailsAndFetchesThePersonThatTheyName() {
        chat.ends(new Performed.Failed("not reachable"))
                .says("actions.find_order.failed", "系統沒回我。")
                .from("handoff.queued")
                .waitsIn("care");
    }

    @ParameterizedTest
    @CsvSource({"lost, 2026-10-09", "shipped, soon", "shipped, ''", "'', 2026-10-09"})
    void takesWhatIsNotAsAgreedForFailed(String result, String eta) {
        chat.ends(new Performed.Done(result, Map.of("eta", eta))).persona("系統沒回我。");
    }

    @Test
    void putsInNoValueThatWasNotAgreedOn() {
        chat.ends(new Performed.Done("none", Map.of("order_no", "something else")))
                .persona("查不到SP20260101，是不是少打一碼？");
    }

    @Test
    void forgetsTheFirstOnceTheyHaveCorrectedThemselves() {
        chat.user("打錯了，SP20260102")
                .performs("find_order", Map.of("order_no", "SP20260102"))
                .persona("我查一下。");

        chat.endsFirst(SHIPPED).nothingMore();
        chat.ends(SHIPPED).persona("SP20260102已經出發，預計10月9日（週五）到。");
    }

    @Test
    void tellsThatItCameOfTheAction() {
        chat.ends(SHIPPED);
        assertThat(chat.last().moves())
                .first(as(type(Move.Say.class)))
                .extracting(say -> say.trace().reason())
                .isEqualTo(new Reason.CameOf("find_order", "shipped"));
    }

    @Test
    void saysItOnce() {
        chat.ends(SHIPPED).persona("SP20260101已經出發，預計10月9日（週五）到。");

        chat.ends(SHIPPED).nothingMore();
    }

    @Test
    void readsNoScriptIntoWhatCame() {
        chat.ends(new Performed.Done("none", Map.of())).persona("查不到SP20260101，是不是少打一碼？");
        var sly = Chat.running(Script.pao().withAction()).user("我的茶包到哪了").user("SP20260101");

        sly.ends(new Performed.Done("shipped", Map.of("eta", "{order_no}"))).persona("系統沒回我。");
    }
}
