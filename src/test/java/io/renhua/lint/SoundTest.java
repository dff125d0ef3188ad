package io.renhua.lint;

import static io.renhua.lint.Judged.TOP;
import static io.renhua.persona.Problem.Severity.INFO;
import static io.renhua.persona.Problem.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T11 and the passive of T6: what all texts sound like together. */
class SoundTest {
    @TempDir
    private Path directory;

    private Judged mo;

    @BeforeEach
    void copy() {
        mo = new Judged(directory);
    }

    @Test
    void aVoiceInKeepingWithItsSlidersIsNotSpokenOf() {
        assertThat(mo.of(Rule.T11)).isEmpty();
    }

    @Test
    void aLoudVoiceIsToldByASliderThatSaysQuiet() {
        mo.change(TOP, "enthusiastic: 3", "enthusiastic: 1").says(many("詩到了！")).saysInEnglish(many("Poems here."));

        assertThat(mo.severities(Rule.T11)).containsExactly(INFO);
        assertThat(mo.of(Rule.T11).getFirst().why()).endsWith("loud for enthusiastic 1");
    }

    @Test
    void aQuietVoiceIsToldByASliderThatSaysLively() {
        mo.change(TOP, "enthusiastic: 3", "enthusiastic: 4");

        assertThat(mo.of(Rule.T11)).isNotEmpty().allMatch(found -> found.why().endsWith("quiet for enthusiastic 4"));

        mo.says(many("詩到了！")).saysInEnglish(many("Poems!"));

        assertThat(mo.of(Rule.T11)).isEmpty();
    }

    @Test
    void aStiffVoiceIsToldByASliderThatSaysCasual() {
        mo.says(many("詩到了。")).saysInEnglish(many("I am here. We do not lend."));
        assertThat(mo.of(Rule.T11)).anyMatch(found -> found.why().endsWith("stiff for casual 3"));

        mo.change(TOP, "casual: 3", "casual: 2");
        assertThat(mo.of(Rule.T11)).isEmpty();
    }

    @Test
    void soIsAStiffOneInChinese() {
        assertThat(mo.says(many("此書尚未到店。")).saysInEnglish(many("Poems here.")).of(Rule.T11))
                .anyMatch(found -> found.why().endsWith("stiff for casual 3"));
    }

    @Test
    void aVoiceThatIsHardToReadIsTold() {
        mo.says(many("詩到了。"))
                .saysInEnglish(many("Bibliographical acquisitions necessitate considerable deliberation."));

        assertThat(mo.of(Rule.T11)).anyMatch(found -> found.why().endsWith("hard to read for casual 3"));
        assertThat(mo.of(Rule.T11)).anyMatch(found -> found.why().matches(".*read after \\d+ years of school.*"));
    }

    @Test
    void soIsOneOfRareCharacters() {
        assertThat(mo.says(many("饕餮齟齬，躑躅蹣跚。"))
                        .saysInEnglish(many("Poems here."))
                        .of(Rule.T11))
                .anyMatch(found -> found.why().matches(".*\\d+ % rare characters.*hard to read for casual 3"));
    }

    @Test
    void moreThanATenthOfPassiveSentencesIsToldWithItsWords() {
        mo.says(many("詩到了。")).saysInEnglish(many("The book was kept."));

        assertThat(mo.severities(Rule.T6)).containsExactly(WARNING);
        assertThat(mo.of(Rule.T6).getFirst().why())
                .matches("\\d+ of \\d+ sentences in en are passive: \"The book was kept.\", .*");
    }

    @Test
    void onePassiveSentenceIsNot() {
        assertThat(mo.saysInEnglish("The book was kept.").of(Rule.T6)).isEmpty();
    }

    @Test
    void soIsThePassiveInChinese() {
        assertThat(mo.says(many("書被借走了。")).saysInEnglish(many("Poems here.")).of(Rule.T6))
                .anyMatch(found -> found.why().contains("sentences in zh-Hant are passive"));
    }

    @Test
    void whoLikesThePassiveSwitchesItOff() {
        mo.change(TOP, "  emoji: {max: 1", "  human: {no_press_release: \"false\"}\n  emoji: {max: 1")
                .says(many("詩到了。"))
                .saysInEnglish(many("The book was kept."));

        assertThat(mo.of(Rule.T6)).isEmpty();
    }

    /** As many variants of one line as outweigh the rest of a small script. */
    private static String many(String text) {
        return String.join("\n      - ", Collections.nCopies(12, text));
    }
}
