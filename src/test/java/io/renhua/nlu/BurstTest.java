package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BurstTest {
    private static final Classifier SHOP = new OpenNlpTrainer().train(Fixtures.examples("shop.txt"));

    @ParameterizedTest
    @MethodSource
    void readsTheShopsPeople(List<String> bubbles, List<String> intents) {
        assertThat(read(SHOP, bubbles)).isEqualTo(intents);
    }

    static Stream<Arguments> readsTheShopsPeople() {
        return Stream.of(
                of(List.of("我想問", "運費", "多少"), "shipping_fee 3"),
                of(List.of("how much", "is shipping"), "shipping_fee 2"),
                of(List.of("你好", "我想問", "運費多少"), "greeting 1", "shipping_fee 2"),
                of(List.of("運費多少", "怎麼退貨"), "shipping_fee 1", "return_refund 1"),
                of(List.of("運費多少", "運費怎麼算"), "shipping_fee 2"),
                of(List.of("你好", "運費多少", "謝謝"), "greeting 1", "shipping_fee 1", "thanks 1"),
                of(List.of("我的包裹", "到哪了"), "order_status 2"),
                of(List.of("運費多少", "可以刷卡嗎"), "shipping_fee 1", "payment_methods 1"));
    }

    private static Arguments of(List<String> bubbles, String... intents) {
        return Arguments.of(bubbles, List.of(intents));
    }

    @Test
    void takesTheWholeWhereItIsAsSureAsTheMeanOfItsParts() {
        var classifier = knowing(Map.of("a", likely("x", 0.5), "b", likely("y", 0.7), "a\nb", likely("z", 0.6)));

        assertThat(read(classifier, List.of("a", "b"))).containsExactly("z 2");
    }

    @Test
    void takesThePartsWhereTheirMeanIsSurer() {
        var classifier = knowing(Map.of("a", likely("x", 0.5), "b", likely("y", 0.7), "a\nb", likely("z", 0.59)));

        assertThat(read(classifier, List.of("a", "b"))).containsExactly("x 1", "y 1");
    }

    @Test
    void joinsFragmentsThatAreOnlySureOfSomethingElseAlone() {
        var classifier = knowing(Map.of("a", sure("x", 1), "b", sure("y", 0.97), "a\nb", sure("x", 0.99)));

        assertThat(read(classifier, List.of("a", "b"))).containsExactly("x 2");
    }

    @Test
    void leavesTwoQuestionsApartWhichTheWholeExplainsLess() {
        var classifier = knowing(Map.of("a", sure("x", 1), "b", sure("y", 0.6), "a\nb", sure("x", 0.9)));

        assertThat(read(classifier, List.of("a", "b"))).containsExactly("x 1", "y 1");
    }

    @Test
    void leavesAQuestionApartThatOnlySeemsToBeAnother() {
        var classifier = knowing(Map.of("a", sure("x", 1), "b", likely("y", 0.5), "a\nb", sure("x", 0.89)));

        assertThat(read(classifier, List.of("a", "b"))).containsExactly("x 1", "y 1");
    }

    @Test
    void joinsAFragmentThatOnlySeemsToBeSomethingElse() {
        var classifier = knowing(Map.of("a", sure("x", 1), "b", likely("y", 0.5), "a\nb", sure("x", 0.9)));

        assertThat(read(classifier, List.of("a", "b"))).containsExactly("x 2");
    }

    @Test
    void doesNotLetItsCompanyChangeTheMeaningOfASureBubble() {
        var classifier = knowing(Map.of("a", sure("x", 0.5), "b", likely("y", 0.5), "a\nb", sure("z", 1)));

        assertThat(read(classifier, List.of("a", "b"))).containsExactly("x 1", "y 1");
    }

    @Test
    void staysSureOfABubbleThatIsSaidWithASigh() {
        var classifier = knowing(Map.of("a", sure("x", 0.9), "a\nb", likely("x", 0.6)));

        var sentence = Burst.read(classifier, List.of("a", "b")).getFirst();

        assertThat(sentence).isEqualTo(new Burst.Sentence("a\nb", 2, sure("x", 0.9)));
    }

    @Test
    void hearsOnceWhatWasSaidTwice() {
        var classifier = knowing(Map.of("a", sure("x", 0.9), "a\na", likely("x", 0.3)));

        assertThat(read(classifier, List.of("a", "a"))).containsExactly("x 2");
    }

    @Test
    void makesOneSentenceOfWhatNobodyUnderstands() {
        var classifier = knowing(Map.of("a", lost(0.2), "b", lost(0.3), "c", sure("x", 1), "d", lost(0.2)));

        assertThat(Burst.read(classifier, List.of("a", "b", "c", "d")))
                .extracting(Burst.Sentence::text)
                .containsExactly("a\nb", "c", "d");
    }

    @Test
    void readsNothingInNothing() {
        assertThat(Burst.read(SHOP, List.of())).isEmpty();
    }

    @Test
    void readsEveryBubbleOfHostilePeople() {
        var hostile = Fixtures.hostile();

        assertThat(Burst.read(SHOP, hostile).stream()
                        .mapToInt(Burst.Sentence::bubbles)
                        .sum())
                .isEqualTo(hostile.size());
    }

    private static List<String> read(Classifier classifier, List<String> bubbles) {
        return Burst.read(classifier, bubbles).stream()
                .map(sentence -> sentence.ranking().best().orElseThrow().intent() + " " + sentence.bubbles())
                .toList();
    }

    private static Classifier knowing(Map<String, Ranking> rankings) {
        return words -> rankings.getOrDefault(words, lost(0));
    }

    private static Ranking sure(String intent, double confidence) {
        return new Ranking(List.of(new Candidate(intent, confidence)), Band.SURE);
    }

    private static Ranking likely(String intent, double confidence) {
        return new Ranking(List.of(new Candidate(intent, confidence)), Band.LIKELY);
    }

    private static Ranking lost(double confidence) {
        return new Ranking(List.of(new Candidate("none", confidence)), Band.NO);
    }
}
