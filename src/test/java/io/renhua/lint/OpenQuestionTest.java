package io.renhua.lint;

import static io.renhua.lint.Judged.SHOP;
import static io.renhua.lint.Judged.TOP;
import static io.renhua.persona.Problem.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C6: who is asked something can answer. */
class OpenQuestionTest {
    @TempDir
    private Path directory;

    private Judged mo;

    @BeforeEach
    void withoutButtonsUnderBooks() {
        mo = new Judged(directory)
                .change(
                        SHOP,
                        "    sets: {last_topic: books}\n    quick: [order_status]",
                        "    sets: {last_topic: books}")
                .saysInEnglish("By the door.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"要包起來嗎？", "故事還是詩？", "我們聊書？"})
    void aQuestionWithNothingThatTakesItsAnswerIsFound(String question) {
        assertThat(mo.says(question).severities(Rule.C6)).containsExactly(WARNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"今天想看什麼？", "哪一本？", "要詩集還是查訂單？", "換個說法好嗎？", "詩集在門口。", "要嗎？詩集在門口。"})
    void aQuestionThatAnyLineAnswersIsNot(String question) {
        assertThat(mo.says(question).of(Rule.C6)).isEmpty();
    }

    @Test
    void aLineThatOnlyNodsTakesNoYes() {
        nods("[{zh-Hant: 好。, zh-Hans: 好。, en: Fine.}]");

        assertThat(mo.says("要包起來嗎？").severities(Rule.C6)).containsExactly(WARNING);
    }

    @Test
    void aLineThatDoesSomethingWithAYesTakesIt() {
        nods("[{text: {zh-Hant: 好。, zh-Hans: 好。, en: Fine.}, quick: [order_status]}]");

        assertThat(mo.says("要包起來嗎？").of(Rule.C6)).isEmpty();
    }

    private void nods(String says) {
        mo.write(
                "lines/okay.yaml",
                "small_talk:\n  okay:\n    asks: {zh-Hant: [好, 好的, 嗯, 收到, 可以], en: [yes, ok, sure, fine, okay]}\n"
                        + "    says: " + says + "\n");
    }

    @Test
    void aCardIsNoAnswerUnlessItHasAButton() {
        var card = "card: {title: {zh-Hant: 書, zh-Hans: 书, en: Books}";
        assertThat(mo.says("{text: 要包起來嗎？, " + card + "}}").of(Rule.C6)).hasSize(1);

        mo.change(
                SHOP,
                card,
                card + ", button: {open: https://mo.example/b, label: {zh-Hant: 看看, zh-Hans: 看看, en: See it}}");
        assertThat(mo.of(Rule.C6)).isEmpty();
    }

    @Test
    void theGreetingAndTheWordsAfterAScanAskTooAndAreSeen() {
        mo.says("詩集在門口。").change(TOP, "      say: 這一櫃是{shelf|新書}。", "      say: 要看{shelf|新書}嗎？");
        assertThat(mo.of(Rule.C6)).hasSize(1);

        mo.change(TOP, "    quick: [order_status, handoff.explicit]\n  scan", "  scan")
                .change(TOP, "找書還是查訂單？", "要幫忙嗎？");
        assertThat(mo.of(Rule.C6)).hasSize(2);
    }

    @Test
    void soDoTiersAndWordsForAnActionThatFailed() {
        mo.says("詩集在門口。").change(TOP, "        quick: [best-guess, handoff.explicit]\n", "");
        assertThat(mo.of(Rule.C6)).hasSize(1);

        mo.withAction().change(TOP, "says: 系統不理我。", "says: 系統不理我，等一下好嗎？");
        assertThat(mo.of(Rule.C6)).hasSize(2);
    }

    @Test
    void theSentenceWithoutItsQuestionIsProposed() {
        assertThat(mo.says("詩集在門口。要包起來嗎？").of(Rule.C6))
                .extracting(Problem::instead)
                .containsExactly("quick: […], or 詩集在門口。");
    }
}
