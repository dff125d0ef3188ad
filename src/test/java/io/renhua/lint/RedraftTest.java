package io.renhua.lint;

import static io.renhua.lint.Judged.TOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Guard;
import io.renhua.persona.PersonaFolder;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What to write instead is a text wherever one can be made honestly, and nothing else where it cannot. */
class RedraftTest {
    private static final Guard GUARD = Judge.of(new PersonaReader().read(PersonaFolder.MO));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T2 | 這本書從早上一直放到晚上，誰都可以拿起來翻一翻再放回去，沒有人會說什麼。 | 這本書從早上一直放到晚上。誰都可以拿起來翻一翻再放回去，沒有人會說什麼。",
                "T2 | 這本書從早上一直放到晚上誰都可以拿起來翻一翻再放回去也沒有人說。 | two sentences for \"這本書從早上一直放到晚上誰都可以拿起來翻一翻再放回去也沒有人說\"",
                "T5 | 這位尊敬的朋友，書到了。 | 這位朋友，書到了。",
                "T6 | 尊敬的讀者，新書到了。 | 新書到了。",
                "T6 | 優雅的、精緻的、高貴的書。 | 高貴的書。",
                "T8 | 書到了。你喜歡故事嗎？還是詩？ | 書到了。你喜歡故事嗎？",
                "T8 | 要故事嗎？要詩嗎？ | 要詩嗎？",
                "L2 | 讀詩能降血壓。詩集在門口。 | 詩集在門口。",
                "L7 | 別家的紙很爛。我們的紙好。 | 我們的紙好。",
                "L11 | 賭.博的書。還有詩。 | 還有詩。",
            })
    void inChinese(String rule, String said, String instead) {
        assertThat(instead("zh-Hant", rule, said)).isEqualTo(instead);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T2 | You can take any book from the shelf by the door, sit down with it for as long as you like, and go. | You can take any book from the shelf by the door. Sit down with it for as long as you like, and go.",
                "T6 | An elegant, distinctive, and beautiful book. | A beautiful book.",
                "T8 | Stories? Or poems? | Stories?",
                "L2 | It lowers blood pressure. It is a book. | It is a book.",
            })
    void inEnglish(String rule, String said, String instead) {
        assertThat(instead("en", rule, said)).isEqualTo(instead);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "An awesome bag. | A bag.",
                "Awesome, it came. | It came.",
            })
    void aWordTakenOutOfEnglishLeavesASentence(String said, String left) {
        assertThat(Redraft.withoutWord("awesome", said)).hasValue(left);
    }

    @Test
    void aRivalBecomesSomebody() {
        var rivals = "packs:\n  rival-names:\n    date: 2026-11-26\n    source: us\n    words: [甲乙書局]\n";

        assertThat(new Judged(directory)
                        .write("packs/rivals.yaml", rivals)
                        .says("甲乙書局沒有這本。")
                        .of(Rule.L7))
                .extracting(Problem::instead)
                .contains("別家沒有這本。", "别家没有这本。");
    }

    @Test
    void aReplyThatIsTooLongGetsAShortOfItsFirstSentences() {
        var mo = new Judged(directory)
                .change(TOP, "  emoji: {max: 1", "  length: {bubble: {zh: 12}}\n  emoji: {max: 1")
                .says("書到了。在門口那一櫃，最上面那一格。");

        assertThat(mo.of(Rule.T1)).extracting(Problem::instead).contains("short: 書到了。");
    }

    @Test
    void theVariantThatBeginsLikeAnotherIsNamed() {
        var mo = new Judged(directory)
                .says("你喜歡故事？\n      - 你喜歡新書？\n      - 你喜歡舊書？")
                .saysInEnglish("Stories?\n      - New ones?\n      - Old ones?");

        assertThat(mo.of(Rule.T10)).extracting(Problem::instead).contains("another beginning for \"你喜歡舊書？\"");
    }

    private static String instead(String locale, String rule, String said) {
        return GUARD.judge(locale, said).stream()
                .filter(found -> found.code().equals(rule))
                .map(Problem::instead)
                .findFirst()
                .orElse("nothing found");
    }
}
