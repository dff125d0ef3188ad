package io.renhua.lint;

import static io.renhua.lint.Judged.SHOP;
import static io.renhua.lint.Judged.TOP;
import static io.renhua.persona.Problem.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is pressed, and what pictures are said to show, is the persona's own text too. */
class ButtonsTest {
    private static final String CARD =
            "card: {title: {zh-Hant: 書, zh-Hans: 书, en: Books}, button: {open: https://mo.example/b,"
                    + " label: {zh-Hant: %s, zh-Hans: 看看, en: See it}}}";

    @TempDir
    private Path directory;

    private Judged mo;

    @BeforeEach
    void copy() {
        mo = new Judged(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "看國家級的書, L1",
        "看治失眠的書, L2",
        "看尊敬的書, T5",
        "看書！！！, T4",
        "請您看看, T3",
        "看喜欢的, S9",
    })
    void whatACardsButtonSaysKeepsToTheRules(String label, String rule) {
        mo.says("{text: 這本。, " + CARD.formatted(label) + "}");

        assertThat(mo.all()).extracting(Problem::code).contains(rule).doesNotContain("S1");
    }

    @ParameterizedTest
    @CsvSource({"查最佳訂單, L1", "查訂單！！, T4", "查您的訂單, T3", "查订單, S9"})
    void whatAQuickReplySaysKeepsToTheRules(String label, String rule) {
        mo.change(TOP, "order_status: {zh-Hant: 查訂單,", "order_status: {zh-Hant: " + label + ",");

        assertThat(mo.all()).extracting(Problem::code).contains(rule);
    }

    @Test
    void whatAPictureIsSaidToShowKeepsToTheRules() {
        mo.says("{text: 這本。, media: {image: img/mo.svg, alt: {zh-Hant: 國家級的貓, zh-Hans: 猫, en: A cat}}}");

        assertThat(mo.all()).extracting(Problem::code).contains("L1").doesNotContain("S1");
    }

    @Test
    void itIsNotHeldToTheLengthOfWhatIsSaid() {
        var cat = "一隻" + "很".repeat(80) + "大的貓";
        mo.says("{text: 這本。, media: {image: img/mo.svg, alt: {zh-Hant: " + cat + ", zh-Hans: 猫, en: A cat}}}");

        assertThat(mo.all()).extracting(Problem::code).doesNotContain("T1", "T2");
    }

    @Test
    void aButtonThatNamesAThingIsToldOnACardToo() {
        mo.says("{text: 這本。, " + CARD.formatted("目錄") + "}");

        assertThat(mo.severities(Rule.S10)).containsExactly(WARNING);
        assertThat(mo.of(Rule.S10)).extracting(Problem::instead).containsExactly("看目錄");
    }

    @Test
    void aButtonThatDoesSomethingIsNot() {
        mo.says("{text: 這本。, " + CARD.formatted("打開看看") + "}");

        assertThat(mo.of(Rule.S10)).isEmpty();
    }

    @Test
    void tooManyQuickRepliesAreSeenUnderATierToo() {
        mo.change(TOP, "quick: [best-guess, handoff.explicit]", "quick: [" + many() + ", handoff.explicit]");

        assertThat(mo.of(Rule.S10)).extracting(Problem::why).containsExactly("15 quick replies, platforms show 13");
    }

    @Test
    void andUnderTheWordsForWhoScanned() {
        mo.change(TOP, "      say: 這一櫃是{shelf|新書}。", "      say: 這一櫃是{shelf|新書}。\n      quick: [" + many() + "]");

        assertThat(mo.of(Rule.S10)).hasSize(1);
    }

    @Test
    void andWhereAnActionFailed() {
        mo.withAction().change(TOP, "says: 系統不理我。", "says: {text: 系統不理我。, quick: [" + many() + "]}");

        assertThat(mo.of(Rule.S10)).hasSize(1);
    }

    @Test
    void cardsUnderSuchWordsHaveLabelsToo() {
        mo.change(SHOP, "      - 查不到{order_no}。", "      - {text: \"查不到{order_no}。\", " + CARD.formatted("目錄") + "}");

        assertThat(mo.of(Rule.S10)).hasSize(1);
    }

    private static String many() {
        return String.join(", ", Collections.nCopies(14, "order_status"));
    }
}
