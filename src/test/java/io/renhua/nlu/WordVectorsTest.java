package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordVectorsTest {

    @ParameterizedTest
    @CsvSource({
        "buy, purchase, weather",
        "cost, price, alarm",
        "movie, film, card",
        "cancel, stop, restaurant",
        "card, debit, song"
    })
    void putsWordsOfLikeCompanyTogether(String word, String akin, String foreign) {
        assertThat(likeness(word, akin)).isGreaterThan(likeness(word, foreign) + 0.1);
    }

    private static double likeness(String one, String other) {
        var a = vector(one);
        var b = vector(other);
        return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    }

    private static float[] vector(String word) {
        var sum = new float[WordVectors.ENGLISH.dimensions()];
        int place = WordVectors.ENGLISH.place(Grams.hashOfWord(word.codePoints().toArray()));
        assertThat(place).as(word).isNotNegative();
        WordVectors.ENGLISH.add(place, sum);
        return sum;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
