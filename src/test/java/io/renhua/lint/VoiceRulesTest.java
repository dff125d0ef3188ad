package io.renhua.lint;

import static io.renhua.lint.Judged.TOP;
import static io.renhua.persona.Problem.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sliders set without a rule, what a rule switches off, and what an eye counts. */
class VoiceRulesTest {
    private static final String SLIDERS = "sliders: {funny: 1, casual: 3, respectful: 3, enthusiastic: 3}";

    @TempDir
    private Path directory;

    private Judged mo;

    @BeforeEach
    void copy() {
        mo = new Judged(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "❤️☺️, '2 emoji, the limit is 1'",
        "🇹🇼🇭🇰, '2 emoji, the limit is 1'",
        "❤️, this emoji is not one of ours",
    })
    void t4CountsWhatAnEyeSees(String emoji, String why) {
        assertThat(mo.says("好" + emoji).of(Rule.T4)).extracting(Problem::why).contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍🏽", "🇹🇼", "👨‍👩‍👧", "❤️"})
    void t4AllowsAnEmojiOfSeveralCharacters(String emoji) {
        mo.change(TOP, "allow: [📚]", "allow: [" + emoji + "]").says("好" + emoji);

        assertThat(mo.of(Rule.T4)).isEmpty();
    }

    @Test
    void t4TakesAHeartForAHeart() {
        mo.change(TOP, "allow: [📚]", "allow: [❤]").says("好❤️");

        assertThat(mo.of(Rule.T4)).isEmpty();
    }

    @Test
    void t3WritesContractionsOutWhereTheSliderIsFormal() {
        mo.change(TOP, SLIDERS, SLIDERS.replace("casual: 3", "casual: 0")).saysInEnglish("I can't say.");

        assertThat(mo.of(Rule.T3)).extracting(Problem::instead).contains("I cannot say.");
    }

    @Test
    void t3LetsARuleAllowThemAllTheSame() {
        mo.change(TOP, SLIDERS, SLIDERS.replace("casual: 3", "casual: 0"))
                .change(TOP, "    zh: {use: 你", "    en: {contractions: \"true\"}\n    zh: {use: 你")
                .saysInEnglish("I can't say.");

        assertThat(mo.of(Rule.T3)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "請看左邊那一櫃。, 請你看左邊那一櫃。",
        "可否再說一次？, 可否你再說一次？",
        "書在門口。麻煩自取。, 書在門口。麻煩你自取。",
    })
    void t3WantsAnAddressInARequestWhereRespectIsAll(String request, String proposed) {
        mo.change(TOP, SLIDERS, SLIDERS.replace("respectful: 3", "respectful: 4"))
                .says(request);

        assertThat(mo.severities(Rule.T3)).containsExactly(WARNING);
        assertThat(mo.of(Rule.T3)).extracting(Problem::instead).contains(proposed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"請你看左邊那一櫃。", "我請同事來。", "{title|朋友}，請看左邊。", "詩集在左邊。"})
    void t3IsContentWhereOneIsThereOrNothingIsAsked(String text) {
        mo.change(TOP, SLIDERS, SLIDERS.replace("respectful: 3", "respectful: 4"))
                .says(text);

        assertThat(mo.of(Rule.T3)).isEmpty();
    }

    @Test
    void t3WantsNoneWhereRespectIsNotAll() {
        assertThat(mo.says("請看左邊那一櫃。").of(Rule.T3)).isEmpty();
    }

    @Test
    void t8IsSwitchedOff() {
        mo.change(TOP, "  emoji: {max: 1", "  human: {one_question_per_reply: \"false\"}\n  emoji: {max: 1")
                .says("故事嗎？詩嗎？");

        assertThat(mo.of(Rule.T8)).isEmpty();
    }

    @Test
    void t8HoldsUntilThen() {
        assertThat(mo.says("故事嗎？詩嗎？").of(Rule.T8)).hasSizeGreaterThan(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"你今年幾歲？", "你結婚了嗎？", "請告訴我你住哪裡。"})
    void l10NeverAsksForAnythingPersonalWhereThatIsPromised(String text) {
        assertThat(discreet().says(text).severities(Rule.L10)).containsExactly(WARNING);
        assertThat(new Judged(directory.resolve("other")).says(text).of(Rule.L10))
                .isEmpty();
    }

    @Test
    void l10FindsItInEnglish() {
        assertThat(discreet().saysInEnglish("How old are you? I have books.").of(Rule.L10))
                .extracting(Problem::instead)
                .containsExactly("I have books.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"你喜歡故事還是詩？", "不用告訴我你住哪裡。", "書寄到你的地址。"})
    void l10LetsOtherQuestionsPass(String text) {
        assertThat(discreet().says(text).of(Rule.L10)).isEmpty();
    }

    private Judged discreet() {
        return mo.change(TOP, "  emoji: {max: 1", "  human: {never_ask_personal: true}\n  emoji: {max: 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "humour: {off_when: [angri]} | angri cannot stand here: did you mean angry? | angry",
                "emoji: {never_in: [sensitiv]} | sensitiv cannot stand here: did you mean sensitive? | sensitive",
            })
    void s1KnowsWhenAndWhereThereIsNone(String rule, String why, String instead) {
        mo.change(TOP, "  emoji: {max: 1, allow: [📚]}\n", "")
                .change(TOP, "  words:\n    prefer", "  " + rule + "\n  words:\n    prefer");

        assertThat(mo.of(Rule.S1)).extracting(Problem::why).containsExactly(why);
        assertThat(mo.of(Rule.S1)).extracting(Problem::instead).containsExactly(instead);
    }

    @Test
    void s1KnowsEveryPartThatATextCanBelongTo() {
        var parts = String.join(
                ", ",
                Utterance.of(Objects.requireNonNull(new PersonaReader()
                                .read(Path.of("personas/pao"))
                                .persona()))
                        .stream()
                        .map(Utterance::topic)
                        .distinct()
                        .toList());
        mo.change(TOP, "emoji: {max: 1, allow: [📚]}", "emoji: {max: 1, never_in: [" + parts + "]}");

        assertThat(mo.of(Rule.S1)).isEmpty();
    }
}
