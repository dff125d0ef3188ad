package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shop as an operator would write it, in traditional and simplified Chinese and in English. */
class ShopTest {
    private static final List<Example> EXAMPLES = Fixtures.examples("shop.txt");
    private static final Classifier SHOP = new OpenNlpTrainer().train(EXAMPLES);

    @Test
    void isSureOfItsOwnExamples() {
        assertThat(EXAMPLES).allSatisfy(example -> assertSure(example.text(), example.intent()));
    }

    @ParameterizedTest
    @MethodSource
    void isSureOfOtherWordsForTheSame(Example asked) {
        assertSure(asked.text(), asked.intent());
    }

    static Stream<Example> isSureOfOtherWordsForTheSame() {
        return Fixtures.examples("shop-paraphrases.txt").stream();
    }

    @ParameterizedTest
    @MethodSource
    void isNotSureOfWhatIsNoneOfItsBusiness(String asked) {
        assertThat(SHOP.classify(asked).band()).isNotEqualTo(Band.SURE);
    }

    static Stream<String> isNotSureOfWhatIsNoneOfItsBusiness() {
        return Fixtures.lines("foreign.txt");
    }

    @Test
    void refusesMostOfWhatIsNoneOfItsBusiness() {
        var foreign = Fixtures.lines("foreign.txt").toList();

        long refused = foreign.stream()
                .filter(asked -> SHOP.classify(asked).band() == Band.NO)
                .count();

        assertThat(refused).isGreaterThan(foreign.size() * 2L / 3);
    }

    @Test
    void isPushedAwayByWhatASentenceDoesNotMean() {
        var corrected = new ArrayList<>(EXAMPLES);
        corrected.add(Example.not("晚餐吃什麼好", "greeting"));
        corrected.add(Example.foreign("what is 15 times 12"));
        var classifier = new OpenNlpTrainer().train(corrected);

        assertThat(SHOP.classify("晚餐吃什么好").band()).isEqualTo(Band.LIKELY);
        assertThat(SHOP.classify("what is 15 times 13").band()).isEqualTo(Band.LIKELY);
        assertThat(classifier.classify("晚餐吃什么好").band()).isEqualTo(Band.NO);
        assertThat(classifier.classify("what is 15 times 13").band()).isEqualTo(Band.NO);
        assertThat(classifier.classify("你好").band()).isEqualTo(Band.SURE);
    }

    @Test
    void takesWhatIsNoneOfOneForTheOtherItIsWrittenUnder() {
        var corrected = new ArrayList<>(EXAMPLES);
        corrected.add(Example.not("when are you open", "order_status"));

        assertThat(new OpenNlpTrainer().train(corrected).classify("when are you open"))
                .isEqualTo(SHOP.classify("when are you open"));
    }

    @Test
    void understandsBothScriptsAlike() {
        assertThat(SHOP.classify("請問你們的營業時間？")).isEqualTo(SHOP.classify("请问你们的营业时间？"));
    }

    @Test
    void learnsTheSameFromTheSameExamples() {
        var again = new OpenNlpTrainer().train(EXAMPLES);

        assertThat(Fixtures.lines("foreign.txt").map(again::classify).toList())
                .isEqualTo(Fixtures.lines("foreign.txt").map(SHOP::classify).toList());
    }

    @Test
    void ranksByFallingConfidence() {
        assertThat(SHOP.classify("can I return or exchange this").candidates())
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()))
                .allSatisfy(candidate -> assertThat(candidate.confidence()).isBetween(0.0, 1.0));
    }

    @Test
    void neverFailsWhateverIsSaid() {
        assertThat(Fixtures.hostile())
                .allSatisfy(hostile -> assertThat(SHOP.classify(hostile)).isNotNull());
    }

    private static void assertSure(String text, String intent) {
        var ranking = SHOP.classify(text);
        assertThat(ranking.best()).as(text).map(Candidate::intent).contains(intent);
        assertThat(ranking.band()).as(text).isEqualTo(Band.SURE);
    }
}
