package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.text.OperatorLanguage;
import io.renhua.text.Phrasebook;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What every command says of itself has words in each language that operators read. */
class HelpTextsTest {
    private final CommandLine line = OpeningNothing.commands();

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hant", "zh-Hans"})
    void hasWordsForAllThatIsSaidAndNoOthers(String language) {
        assertThat(Phrasebook.ofHelp(language).phrases().keySet())
                .containsExactlyInAnyOrderElementsOf(HelpTexts.sentences(line));
    }

    @Test
    void tellsTheCommandsAndWhatEachTakes() {
        HelpTexts.speak("zh-Hant", line);

        assertThat(line.getUsageMessage()).contains("用法：", "指令：", "五分鐘做出第一個人設：", "renhua lint mine", "看劇本哪裡寫錯");
        assertThat(usage("inbox")).contains("最多人說的在前", "問過以後加進去", "[PERSONA]", "哪個人設的；不寫就是全部。");
        assertThat(usage("help")).contains("看某個指令的說明。");
    }

    @Test
    void listsCommandsByTheFirstSentenceAlone() {
        HelpTexts.speak("zh-Hant", line);

        assertThat(line.getUsageMessage().replaceAll("\\s+", "")) // wherever its lines break
                .contains("看entry.menu在人設的每個頻道會變成什麼樣子。")
                .doesNotContain("加上--send就設定上去");
        assertThat(usage("menu")).contains("加上 --send 就設定上去");
    }

    @Test
    void isEnglishWhereNothingElseIsSpoken() {
        HelpTexts.speak("en", line);

        assertThat(usage("lint")).contains("Usage: renhua lint", "Which personas; all when none is named.");
    }

    @Test
    void followsTheLanguageThatIsTypedBesideIt() {
        assertThat(Language.asked("lint", "--help", "--lang", "zh-Hans")).isEqualTo("zh-Hans");
        assertThat(Language.asked("lint", "--lang=zh-Hant", "--help")).isEqualTo("zh-Hant");
        assertThat(Language.asked("lint", "--lang")).isEqualTo(OperatorLanguage.here());
    }

    private String usage(String command) {
        return Objects.requireNonNull(line.getSubcommands().get(command)).getUsageMessage();
    }
}
