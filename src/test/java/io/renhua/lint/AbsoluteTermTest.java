package io.renhua.lint;

import static io.renhua.persona.Problem.Severity.ERROR;
import static io.renhua.persona.Problem.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Guard;
import io.renhua.persona.Packs;
import io.renhua.persona.PersonaFolder;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L1: what is said too large is said smaller, and of health and money never with a claim. */
class AbsoluteTermTest {
    private static final Guard GUARD = Judge.of(new PersonaReader().read(PersonaFolder.MO));
    private static final String PROVED = "claim: award\n        proof: https://mo.example/award\n        text: ";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"最佳理財帳戶。", "最安全的投資。", "最好的保健食品。", "降血壓首選。"})
    void noClaimExcusesItOfHealthOrMoney(String text) {
        assertThat(new Judged(directory).says(PROVED + text).severities(Rule.L1))
                .containsExactly(ERROR);
    }

    @Test
    void aClaimStillExcusesItOfBooks() {
        assertThat(new Judged(directory).says(PROVED + "最佳詩集。").severities(Rule.L1))
                .containsExactly(WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "國家級的書店。, 我們的書店。",
        "我們是國家級的書店。, 我們是書店。",
        "這是全國最佳詩集。, 這是很好的詩集。",
        "最好喝的茶。, 很好喝的茶。",
        "紙最好。, 紙很好。",
        "最.佳的詩集。, 很好的詩集。",
        "頂級詩集，慢慢讀。, 講究的詩集，慢慢讀。",
        "這裡有詩。我們是第一品牌。, 這裡有詩。",
    })
    void theProposedTextReads(String said, String proposed) {
        assertThat(findings("zh-Hant", said)).extracting(Problem::instead).containsOnly(proposed);
    }

    @Test
    void inItsOwnScript() {
        assertThat(findings("zh-Hans", "这是全国最佳诗集。"))
                .extracting(Problem::instead)
                .containsOnly("这是很好的诗集。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"銷量ＮＯ．１。", "最安全的投資。"})
    void whatCannotBeSaidSmallerAsksForAFact(String said) {
        assertThat(findings("zh-Hant", said))
                .extracting(Problem::instead)
                .containsOnly("a fact that can be checked: how many, since when, where");
    }

    @Test
    void whateverTheWordTheProposedTextHoldsNone() {
        var pack = Objects.requireNonNull(Packs.standing().get("zh-absolute"));

        for (var word : pack.words()) {
            for (var said : List.of("这是" + word + "的诗集。", word + "诗集。", "我们" + word + "。")) {
                var proposed = findings("zh-Hans", said).getFirst().instead();
                assertThat(findings("zh-Hans", proposed))
                        .as(said + " → " + proposed)
                        .isEmpty();
                assertThat(proposed).isNotBlank();
            }
        }
    }

    private static List<Problem> findings(String locale, String said) {
        return GUARD.judge(locale, said).stream()
                .filter(found -> found.code().equals("L1"))
                .toList();
    }
}
