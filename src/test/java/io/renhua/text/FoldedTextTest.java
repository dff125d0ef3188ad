package io.renhua.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.text.FoldedText.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "國家級, 这是國家級的茶",
        "国家级, 這是國　家　级的茶",
        "最佳, 最.佳的選擇",
        "NO.1, 銷量ＮＯ．１的茶",
        "第一, 全國第１的茶",
        "guaranteed, Results are GUARANTEED!",
        "lower blood pressure, it will lower  blood-pressure",
        "唯一, 世上唯一的選擇",
    })
    void findsAWordInAnyDress(String word, String text) {
        assertThat(FoldedText.of(text).find(FoldedText.folded(word))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "口交, 路口交通很亂",
        "guaranteed, nothing is unguaranteed",
        "no.1, the piano 1 of 12",
        "cure, a secure parcel",
        "最佳, 最。佳人",
    })
    void leavesTheEndsOfOtherWordsAlone(String word, String text) {
        assertThat(FoldedText.of(text).find(FoldedText.folded(word))).isEmpty();
    }

    @Test
    void saysWhereItStandsAsItWasWritten() {
        assertThat(FoldedText.of("這是最.佳的").find(FoldedText.folded("最佳"))).containsExactly(new Place(2, 5));
    }

    @Test
    void findsNothingForAWordOfSeparatorsOnly() {
        assertThat(FoldedText.of("最佳").find(FoldedText.folded("…"))).isEmpty();
    }
}
