package io.renhua.lint;

import static io.renhua.lint.Judged.SHOP;
import static io.renhua.persona.Problem.Severity.ERROR;
import static io.renhua.persona.Problem.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.LivePersona;
import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.nlu.Ranking;
import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** U1, U2, U4 by the classifier that will answer people, having learnt the script as it stands. */
class RealClassifierTest {

    private static final String EN = "locales/en/lines/shop.yaml";

    @TempDir
    private Path directory;

    private Judged mo;

    @BeforeEach
    void copy() {
        mo = new Judged(directory);
    }

    @Test
    void aGoodScriptIsUnderstood() {
        assertThat(learnt().all())
                .extracting(Problem::code)
                .doesNotContain(Rule.U1.name(), Rule.U2.name(), Rule.U4.name());
    }

    /** What has no gap is known by heart, so that only what has one can be taken for another line's. */
    @Test
    void u1FindsAnExampleThatAnotherLineTakes() {
        mo.change(EN, "pick one for me]", "pick one for me, \"has {order_no} shipped\"]");

        assertThat(learnt().severities(Rule.U1)).containsExactly(ERROR);
        assertThat(mo.of(Rule.U1))
                .extracting(Problem::why)
                .containsExactly("\"has MO1234 shipped\" of pick_book is stolen by order_status");
    }

    /** The classifier has both by heart. */
    @Test
    void u4FindsTwoLinesThatAskForTheSame() {
        twin(
                "[推薦我一本書, \"有什麼{genre}嗎\", 最近讀什麼好呢, 我不知道看什麼, 幫我挑一本書]",
                "[hello, hi there, hey, good morning, good evening]");

        assertThat(learnt().severities(Rule.U4)).containsExactly(WARNING);
        assertThat(mo.of(Rule.U4))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.why()).startsWith("pick_book and twin ask for nearly the same: \"推薦一本書\""));
    }

    @Test
    void u4FindsThemInEnglish() {
        twin(
                "[你好, 早安, 午安, 晚安, 哈囉]",
                "[recommend me a book, \"any {genre} here\", what should I read now, no idea what to read next, pick one]");

        assertThat(mo.severities(Rule.U4)).containsExactly(WARNING);
    }

    @Test
    void u4LetsTwoLinesThatShareSomeWordsPass() {
        twin(
                "[推薦我一本書, 有茶嗎, 幾點關門, 可以寄放嗎, 有座位嗎]",
                "[recommend me a book, is there tea, when do you close, can I leave a bag, are there seats]");

        assertThat(mo.of(Rule.U4)).isEmpty();
    }

    private void twin(String chinese, String english) {
        mo.write(
                "lines/twin.yaml",
                "lines:\n  twin:\n    asks:\n      zh-Hant: " + chinese + "\n      en: " + english
                        + "\n    says: [{zh-Hant: 看看詩集。, zh-Hans: 看看诗集。, en: Look at the poems.}]\n");
    }

    @Test
    void u2FindsARefusedSentenceThatIsTakenAllTheSame() {
        Classifier deaf = said -> said.equals("我要下單")
                ? new Ranking(List.of(new Candidate("order_status", 0.9)), Band.SURE)
                : Ranking.NOTHING;

        assertThat(mo.asking(deaf).severities(Rule.U2)).containsExactly(ERROR);
        assertThat(mo.of(Rule.U2))
                .extracting(Problem::why)
                .contains("\"我要下單\" is refused by order_status and taken for it all the same");
    }

    @Test
    void u2FindsOneByWhatWasLearnt() {
        mo.change(SHOP, "    not: [我要下單]", "    not: [\"訂單{order_no}寄出了沒\"]");

        assertThat(learnt().severities(Rule.U2)).containsExactly(ERROR);
    }

    private Judged learnt() {
        var persona = Objects.requireNonNull(mo.persona());
        return mo.asking(LivePersona.learn(persona, new OpenNlpTrainer(), EntityFinders::of)
                .classifier());
    }
}
