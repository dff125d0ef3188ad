package io.renhua.lint;

import static io.renhua.lint.Judged.SHOP;
import static io.renhua.lint.Judged.TOP;
import static io.renhua.persona.Problem.Severity.ERROR;
import static io.renhua.persona.Problem.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S6, S7, T9, L7, C8: who hears what, when, and whether a test has seen it. */
class ReachTest {
    private static final String NOT_FOUND = "      - 查不到{order_no}。";

    @TempDir
    private Path directory;

    private Judged mo;

    @BeforeEach
    void copy() {
        mo = new Judged(directory);
    }

    @Test
    void s6FindsAVariantForTwoAudiencesAtOnce() {
        mo.change(SHOP, "if: {audience: loyal}", "if: {audience: loyal, any: [{audience: ordinary}]}");

        assertThat(mo.severities(Rule.S6)).containsExactly(WARNING);
        assertThat(mo.of(Rule.S6))
                .extracting(Problem::why)
                .containsExactly("nobody will see this: audience is never loyal and ordinary");
    }

    @Test
    void s6LetsAVariantForOneOfTwoPass() {
        mo.change(
                SHOP, "if: {audience: loyal}", "if: {audience: loyal, any: [{audience: ordinary}, {audience: loyal}]}");

        assertThat(mo.of(Rule.S6)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{tag: x} | {tag: x}",
                "{any: [{tag: x}, {tag: y}]} | {tag: y}",
                "{tag: x} | {tag: x, scene: fair-1}",
                "{scene: fair-*} | {scene: fair-paris}",
                "{tag: x} | {any: [{tag: x}, {tag: x, scene: a}]}",
            })
    void s6FindsAnAudienceThatIsAlwaysAnotherOneFirst(String first, String second) {
        mo.change(TOP, "audiences:\n", "audiences:\n  a:\n    when: " + first + "\n  b:\n    when: " + second + "\n");

        assertThat(mo.severities(Rule.S6)).containsExactly(WARNING);
        assertThat(mo.of(Rule.S6)).extracting(Problem::why).containsExactly("nobody is ever b: a stands before it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{tag: x} | {tag: y}",
                "{tag: y} | {any: [{tag: x}, {tag: y}]}",
                "{tag: x, scene: fair-1} | {tag: x}",
                "{scene: fair-paris} | {scene: fair-*}",
            })
    void s6LetsAnAudienceWithSomebodyLeftPass(String first, String second) {
        mo.change(TOP, "audiences:\n", "audiences:\n  a:\n    when: " + first + "\n  b:\n    when: " + second + "\n");

        assertThat(mo.of(Rule.S6)).isEmpty();
    }

    @Test
    void s6FindsWordsForEveryOtherResultWhereThereIsNone() {
        var none = "      - if: {result: none}\n        text: 沒有{order_no}。\n" + NOT_FOUND;

        assertThat(mo.withAction()
                        .change(SHOP, NOT_FOUND, none)
                        .change(
                                "locales/en/lines/shop.yaml",
                                "      - I can't find {order_no}.",
                                "      - No {order_no}.\n      - I can't find {order_no}.")
                        .of(Rule.S6))
                .extracting(Problem::why)
                .containsExactly("nobody will see this: every result of the action has words of its own");
    }

    @Test
    void s6LetsThemPassWhereOneResultHasNone() {
        assertThat(mo.withAction().of(Rule.S6)).isEmpty();
    }

    @Test
    void s7WantsWordsForAnActionThatFailedWhateverTheFacts() {
        mo.withAction().change(TOP, "says: 系統不理我。", "says: {if: {audience: loyal}, text: 系統不理我。}");

        assertThat(mo.severities(Rule.S7)).containsExactly(ERROR);
        assertThat(mo.of(Rule.S7))
                .extracting(Problem::why)
                .containsExactly("action find_order that failed has nothing to say when no condition holds");
    }

    @Test
    void t9FindsAJokeAmongSeveralFeelings() {
        mo.change(SHOP, "- if: {audience: loyal}", "- if: {feeling: [angry, sad]}");

        assertThat(mo.severities(Rule.T9)).containsExactly(ERROR);
    }

    @Test
    void t9FindsAJokeWhereAnActionFailed() {
        mo.withAction()
                .change(TOP, "says: 系統不理我。", "says: [{if: {feeling: sad}, humour: 1, text: 系統睡了。}, 系統不理我。]")
                .change(
                        "locales/en/persona.yaml",
                        "says: The system is not answering.",
                        "says: [The system sleeps., The system is not answering.]");

        assertThat(mo.severities(Rule.T9)).containsExactly(ERROR);
    }

    @Test
    void l7KeepsToTheRulesOfOneOfSeveralAudiences() {
        mo.change(TOP, "    when: {tag: member}\n", "    when: {tag: member}\n    rules: [no-disparage]\n")
                .says("if: {audience: [loyal, ordinary]}\n        text: 那本很爛。");

        assertThat(mo.of(Rule.L7)).extracting(Problem::why).contains("this belittles what they use");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{feeling: angry, times: 2} | feeling: angry | feeling: calm",
                "{tag: press} | tag: press | tag: guest",
            })
    void c8MissesATestOfAReasonThatComesByItself(String when, String given, String other) {
        mo.change(TOP, "  reasons:\n", "  reasons:\n    care:\n      queue: care\n      when: " + when + "\n");
        assertThat(mo.of(Rule.C8)).extracting(Problem::why).containsExactly("no test shows a handoff for care");

        mo.write(
                "tests/more.yaml",
                "tests:\n  - name: more\n    given: {" + other
                        + "}\n    chat: [{they: 找客服}, {we: {say: handoff.queued}}]\n    then: {state: QUEUED}\n");
        assertThat(mo.of(Rule.C8)).hasSize(1);

        mo.change("tests/more.yaml", other, given);
        assertThat(mo.of(Rule.C8)).isEmpty();
    }

    @Test
    void c8TakesAScoreForTheFeeling() {
        mo.change(
                        TOP,
                        "  reasons:\n",
                        "  reasons:\n    care:\n      queue: care\n      when: {feeling: angry, times: 1}\n")
                .write("tests/more.yaml", """
                        tests:
                          - name: more
                            given: {feeling: -0.8}
                            chat: [{they: 找客服}, {we: {say: handoff.queued}}]
                            then: {state: QUEUED}
                        """);

        assertThat(mo.of(Rule.C8)).isEmpty();
    }

    @Test
    void c8MissesATestOfAFeelingThatBringsAPerson() {
        mo.change(TOP, "  reasons:\n", "  reasons:\n    hurt:\n      queue: care\n")
                .write("lines/felt.yaml", "feelings:\n  sad:\n    after: {times: 2, do: handoff.hurt}\n");

        assertThat(mo.of(Rule.C8)).extracting(Problem::why).containsExactly("no test shows a handoff for hurt");
    }

    @Test
    void c8WantsNoTestOfAReasonThatNothingGives() {
        mo.change(TOP, "  reasons:\n", "  reasons:\n    idle:\n      queue: care\n");

        assertThat(mo.of(Rule.C8)).isEmpty();
    }
}
