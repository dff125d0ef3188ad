package io.renhua.lint;

import static io.renhua.lint.Judged.TOP;
import static io.renhua.persona.Problem.Severity.ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L10: papers of identity, cards and accounts are asked for in no words. */
class PapersTest {
    private static final String ASK = "        ask: 訂單號是多少？";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"請給我身分證字號。", "身份證號碼是多少？", "銀行卡號是多少？", "护照号码呢？", "請給我銀行帳號。", "信用卡號後四碼？"})
    void aQuestionOfAFormIsRead(String ask) {
        assertThat(mo().change(TOP, ASK, "        ask: " + ask).severities(Rule.L10))
                .containsExactly(ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"What is your card number?", "Your ID number, please.", "Please send your account number."})
    void soIsOneInEnglish(String ask) {
        assertThat(mo().change("locales/en/persona.yaml", "ask: What is the order number?", "ask: \"" + ask + "\"")
                        .severities(Rule.L10))
                .containsExactly(ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"像身分證那樣十碼。"})
    void andSoIsWhatIsSaidAfterAWrongAnswer(String retry) {
        assertThat(mo().change(TOP, "        retry: 像 MO1234 這樣。", "        retry: " + retry)
                        .severities(Rule.L10))
                .containsExactly(ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"訂單號就好，不要給身分證字號。", "會員卡號是多少？", "訂單號是多少？"})
    void whatIsHarmlessIsLeftAlone(String ask) {
        assertThat(mo().change(TOP, ASK, "        ask: " + ask).of(Rule.L10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"請提供身分證字號，我幫你查。", "把銀行卡號傳給我。"})
    void anyOtherTextThatAsksIsReadToo(String text) {
        assertThat(mo().says(text).severities(Rule.L10)).containsExactly(ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"我們從不問你的銀行卡號。", "取書要帶身分證。"})
    void aTextThatOnlySpeaksOfThemIsLeftAlone(String text) {
        assertThat(mo().says(text).of(Rule.L10)).isEmpty();
    }

    private Judged mo() {
        return new Judged(directory);
    }
}
