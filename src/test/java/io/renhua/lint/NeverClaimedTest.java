package io.renhua.lint;

import static io.renhua.lint.Judged.TOP;
import static io.renhua.persona.Problem.Severity.ERROR;
import static io.renhua.persona.Problem.Severity.INFO;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What 墨 says it never claims. */
class NeverClaimedTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "to have tasted, 這杯我喝過。, 我沒喝過。",
        "to have tasted, 我自己試過才說。, 我沒喝過。",
        "to have a body, 我的手很巧。, 我沒有身體。",
        "to have a body, 我也餓了。, 我沒有身體。",
        "to own a piece, 我自己也有一個。, 我自己沒有。",
    })
    void isFoundInChinese(String claim, String text, String truth) {
        assertThat(never(claim).says(text).of(Rule.L8)).first().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(ERROR);
            assertThat(finding.why()).isEqualTo("this claims " + claim);
            assertThat(finding.instead()).isEqualTo(truth);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "to have tasted, I've tried it and I like it., I have never tasted it.",
        "to have a body, It warms my hands., I have no body.",
        "to own a piece, I own one myself., I own none.",
    })
    void isFoundInEnglish(String claim, String text, String truth) {
        assertThat(never(claim).saysInEnglish(text).of(Rule.L8))
                .extracting(Problem::instead)
                .containsExactly(truth);
    }

    @ParameterizedTest
    @CsvSource({
        "to have tasted, 你喝過這款嗎？",
        "to have tasted, 我沒喝過。",
        "to have a body, 我手上有三本。",
        "to own a piece, 我有一個建議。",
    })
    void isNotFoundWhereNothingIsClaimed(String claim, String text) {
        assertThat(never(claim).says(text).of(Rule.L8)).isEmpty();
    }

    @Test
    void isNobodysBusinessWhereTheScriptDoesNotSaySo() {
        assertThat(new Judged(directory).says("這杯我喝過。").of(Rule.L8)).isEmpty();
    }

    @Test
    void isToldWhereNoRuleCanSeeIt() {
        assertThat(never("to be rich").severities(Rule.L8)).containsExactly(INFO);
    }

    @Test
    void thatItIsHumanIsSeenByAnotherRule() {
        assertThat(never("to be human").of(Rule.L8)).isEmpty();
    }

    private Judged never(String claim) {
        return new Judged(directory).change(TOP, "never_claims: [to be human]", "never_claims: [" + claim + "]");
    }
}
