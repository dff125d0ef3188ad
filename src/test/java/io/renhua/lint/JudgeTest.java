package io.renhua.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Guard;
import io.renhua.persona.PersonaFolder;
import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of a script, for one sentence. */
class JudgeTest {
    private static final String ASKS = "      - 你喜歡故事還是詩？";

    @TempDir
    private Path directory;

    private PersonaFolder mo;

    @BeforeEach
    void copy() {
        mo = PersonaFolder.copiedTo(directory);
    }

    @Test
    void findsNothingInAGoodSentence() {
        assertThat(judge("zh-Hant", "書今天到。")).isEmpty();
    }

    @Test
    void forbidsWhatTheLawForbidsInAnyDress() {
        assertThat(forbidden("zh-Hant", "全國最佳")).containsExactly("L1");
        assertThat(forbidden("zh-Hans", "国　家　级的书")).containsExactly("L1");
        assertThat(forbidden("zh-Hant", "讀詩能降血壓")).containsExactly("L2");
        assertThat(forbidden("en", "I am a real person.")).containsExactly("L8");
    }

    @Test
    void onlyRemarksOnTheTone() {
        var found = judge("zh-Hant", "好呀！！！！");

        assertThat(found).extracting(Problem::code).contains("T4");
        assertThat(found).noneMatch(Guard::forbids);
    }

    @Test
    void letsPassWhatTheScriptHasAReasonFor() {
        says("我們是最佳書店。  # lint-ok: L1 the name of the prize");

        assertThat(forbidden("zh-Hant", "最佳書店在這裡。")).isEmpty();
        assertThat(forbidden("zh-Hant", "國家級書店。")).containsExactly("L1"); // nobody gave a reason for that
    }

    @Test
    void letsPassWhatTheScriptProves() {
        says("claim: award\n        proof: https://mo.example/award\n        text: 我們是最佳書店。");

        assertThat(forbidden("zh-Hant", "最佳書店在這裡。")).isEmpty();
    }

    @Test
    void remarksOnNoPromiseThatTheScriptProves() {
        assertThat(judge("zh-Hant", "終身保固。")).extracting(Problem::code).contains("L13");
        assertThat(judge("zh-Hant", "終身保固。")).extracting(Problem::instead).doesNotContain("proof: doc/…, or less");

        says("claim: award\n        proof: https://mo.example/promise\n        text: 終身保固。");

        assertThat(judge("zh-Hant", "終身保固。")).extracting(Problem::code).doesNotContain("L13");
    }

    @Test
    void doesNotLetPassWhatTheScriptSaysWithoutAReason() {
        says("我們是最佳書店。");

        assertThat(forbidden("zh-Hant", "我們是最佳書店。")).containsExactly("L1");
    }

    private void says(String text) {
        mo.change("lines/shop.yaml", ASKS, "      - " + text);
    }

    private List<Problem> judge(String locale, String text) {
        var reading = mo.read();
        assertThat(reading.persona()).isNotNull();
        return Judge.of(reading).judge(locale, text);
    }

    private List<String> forbidden(String locale, String text) {
        return judge(locale, text).stream()
                .filter(Guard::forbids)
                .map(Problem::code)
                .distinct()
                .toList();
    }
}
