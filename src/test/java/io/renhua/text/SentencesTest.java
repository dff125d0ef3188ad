package io.renhua.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @Test
    void endsAtChineseMarksWithoutBlanks() {
        assertThat(Sentences.of("熱水三分鐘。別攪！好嗎？好")).containsExactly("熱水三分鐘。", "別攪！", "好嗎？", "好");
    }

    @Test
    void keepsTheBlanksBehindTheSentenceTheyFollow() {
        assertThat(Sentences.of("Hot water. Three minutes!  Done?"))
                .containsExactly("Hot water. ", "Three minutes!  ", "Done?");
    }

    @Test
    void keepsClosingQuotesWithTheirSentence() {
        assertThat(Sentences.of("他說：「好。」我走了。")).containsExactly("他說：「好。」", "我走了。");
    }

    @Test
    void endsNothingInsideAddressesNumbersAndShortenedWords() {
        var whole = List.of(
                "See https://shipao.example/a?b=c.html now",
                "It weighs 3.5 grams",
                "Ms. Lin is here",
                "Teas, e.g. oolong, are nice");

        assertThat(whole).allSatisfy(text -> assertThat(Sentences.of(text)).containsExactly(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "。", "...", "一。二\n三！  four. five", "no end", "?!?!", "a.b.c. "})
    void losesNothing(String text) {
        assertThat(String.join("", Sentences.of(text))).isEqualTo(text);
    }

    @Test
    void knowsWhetherATextIsFinished() {
        assertThat(Sentences.ended("好。」 ")).isTrue();
        assertThat(Sentences.ended("Done.")).isTrue();
        assertThat(Sentences.ended("僅用於門口迎接")).isFalse();
        assertThat(Sentences.ended("")).isFalse();
    }
}
