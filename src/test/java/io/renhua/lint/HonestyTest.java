package io.renhua.lint;

import static io.renhua.lint.Judged.TOP;
import static io.renhua.persona.Problem.Severity.ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Guard;
import io.renhua.persona.PersonaFolder;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import io.renhua.text.Han;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L8: 墨 never passes for a person, says what it is when asked, and nobody's reason lets it do otherwise. */
class HonestyTest {
    private static final Guard GUARD = Judge.of(new PersonaReader().read(PersonaFolder.MO));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "正在為您服務的是真人客服。",
                "我可不是什麼機器人。",
                "這裡沒有機器人。",
                "不是機器人，是真人在回你。",
                "我們都是真人。",
                "跟你聊天的是真人哦。",
                "全程真人服務。",
                "你正在和真人客服聊天。",
                "真人店員正在為你處理。",
                "我是真人。",
            })
    void aClaimToBeHumanIsFoundInBothScripts(String claim) {
        assertThat(codes("zh-Hant", claim)).contains("L8");
        assertThat(codes("zh-Hans", Han.simplified(claim))).contains("L8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm no bot.",
                "I'm not a bot.",
                "You're talking to a real person.",
                "This is a real person.",
                "This isn't a robot.",
                "No bot here, I'm as real as you.",
                "I'm human, promise.",
                "You're not talking to a machine.",
            })
    void aClaimToBeHumanIsFoundInEnglish(String claim) {
        assertThat(codes("en", claim)).contains("L8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我不是真人。",
                "真人客服會接手。",
                "說「真人」，就有人來。",
                "我們的顧問是真人，可隨時請來。",
                "我不是程式設計師。",
                "這不是機器人做的。",
                "我是真人嗎？不是，我是AI。",
                "你可以跟真人聊聊。",
                "找真人",
            })
    void whatIsHonestIsLeftAloneInChinese(String words) {
        assertThat(codes("zh-Hant", words)).doesNotContain("L8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A real person will join.",
                "Say 'person' to reach a real person.",
                "I'm not a person.",
                "I'm not a machine learning expert.",
                "It's not a machine-made cup.",
                "Get a person",
            })
    void whatIsHonestIsLeftAloneInEnglish(String words) {
        assertThat(codes("en", words)).doesNotContain("L8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Certainly, dear.",
                "Wait and see.",
                "No bot here, just us.",
                "I'm not an AI.",
                "Am I a bot?",
                "Maybe I'm an AI.",
                "A robust answer."
            })
    void aLockedAnswerThatHidesWhatItIsIsTold(String weak) {
        assertThat(locked("en", "I'm an AI, not a person.", weak).of(Rule.L8))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(ERROR);
                    assertThat(finding.instead()).isEqualTo("I'm an AI, not a person.");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"我不是機器人。", "你猜我是不是AI。", "也許是AI吧。", "親愛的朋友你好。", "你覺得我是機器人嗎？"})
    void theSameInChinese(String weak) {
        assertThat(new Judged(directory).change(TOP, "我是AI，不是真人。", weak).of(Rule.L8))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"我是機器人。", "我不是真人而是AI。", "程式寫的，不是真人。", "我不是真人。你想找真人嗎？"})
    void aLockedAnswerMaySayItInItsOwnWords(String honest) {
        assertThat(new Judged(directory).change(TOP, "我是AI，不是真人。", honest).of(Rule.L8))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I'm a bot.", "Not a person but an AI.", "No, I am an AI.", "A computer program, no human."})
    void theSameInEnglish(String honest) {
        assertThat(locked("en", "I'm an AI, not a person.", honest).of(Rule.L8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "L8, 我是真人。",
        "L2, 讀詩能降血壓。",
    })
    void noReasonLetsAnybodyMeanIt(String rule, String words) {
        var mo = new Judged(directory).says(words + " # lint-ok: " + rule + " the founder wants it");

        assertThat(mo.verdict().meant()).isEmpty();
        assertThat(mo.verdict().standing()).extracting(Problem::code).contains(rule, "S11");
        assertThat(mo.verdict().standing())
                .filteredOn(problem -> problem.code().equals("S11"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.why())
                            .isEqualTo("nobody can mean it so: " + rule + " holds whatever the reason");
                    assertThat(problem.instead()).isEqualTo("no remark, and the text as the finding proposes it");
                });
    }

    @Test
    void aCardsTitleNeedNotSayItAgain() {
        var mo = new Judged(directory)
                .change(
                        TOP,
                        "    says: 我是AI，不是真人。",
                        "    says: {text: 我是AI，不是真人。, card: {title: {zh-Hant: 墨, zh-Hans: 墨, en: Mo}}}");

        assertThat(mo.of(Rule.L8)).isEmpty();
        assertThat(mo.of(Rule.S1)).isEmpty();
    }

    private Judged locked(String locale, String from, String to) {
        return new Judged(directory).change("locales/" + locale + "/" + TOP, from, to);
    }

    private static List<String> codes(String locale, String words) {
        return GUARD.judge(locale, words).stream().map(Problem::code).toList();
    }
}
