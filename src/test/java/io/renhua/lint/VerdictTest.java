package io.renhua.lint;

import static io.renhua.lint.Judged.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody answers for what is meant so. */
class VerdictTest {
    @TempDir
    private Path directory;

    private Judged mo;

    @BeforeEach
    void copy() {
        mo = new Judged(directory);
    }

    @Test
    void aRemarkBehindALineSilencesThatRuleThere() {
        mo.says("保證好看。 # lint-ok: L13 we read it ourselves");

        assertThat(standing()).doesNotContain("L13", "S11");
        assertThat(mo.verdict().meant()).extracting(Verdict.Meant::reason).containsOnly("we read it ourselves");
    }

    @Test
    void aRemarkOnTheLineBeforeDoesTheSame() {
        mo.change(SHOP, "      - " + Judged.ASKS, "      # lint-ok: L13 we read it\n      - 保證好看。");

        assertThat(standing()).doesNotContain("L13", "S11");
    }

    @Test
    void anotherRuleStillSpeaksThere() {
        mo.says("保證好看，國家級。 # lint-ok: L13 we read it");

        assertThat(standing()).contains("L1").doesNotContain("L13");
    }

    @Test
    void withoutAReasonNothingIsSilenced() {
        mo.says("保證好看。 # lint-ok: L13");

        assertThat(standing()).contains("L13", "S11");
        assertThat(mo.verdict().meant()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "L1 a tip, there is no L1 to silence here any more",
        "Q7 a tip, no rule is called Q7",
    })
    void aRemarkThatSilencesNothingIsTold(String remark, String why) {
        mo.says("故事好看。 # lint-ok: " + remark);

        assertThat(mo.verdict().standing())
                .filteredOn(problem -> problem.code().equals("S11"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.why()).isEqualTo(why);
                    assertThat(problem.line()).isEqualTo(34);
                });
    }

    @Test
    void whatKeepsAScriptFromBeingReadStays() {
        mo.change(SHOP, "    asks:\n      - 推薦", "    akss: # lint-ok: S1 we like it\n      - 推薦");

        assertThat(standing()).contains("S1");
    }

    private List<String> standing() {
        return mo.verdict().standing().stream().map(Problem::code).toList();
    }
}
