package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenNlpTrainerTest {
    private final ClassifierTrainer trainer = new OpenNlpTrainer();

    @Test
    void knowsNothingWithoutExamples() {
        assertThat(trainer.train(List.of()).classify("hello")).isEqualTo(Ranking.NOTHING);
    }

    @Test
    void toldOneIntentItKnowsThatOne() {
        var classifier = trainer.train(
                List.of(new Example("when are you open", "opening_hours"), new Example("你們幾點開門", "opening_hours")));

        assertThat(classifier.classify("when are you open?").band()).isEqualTo(Band.SURE);
        assertThat(classifier.classify("你们几点开门").band()).isEqualTo(Band.SURE);
        assertThat(classifier.classify("asdf qwer").band()).isEqualTo(Band.NO);
    }

    @Test
    void asksBackWhenOneSentenceStandsUnderTwoIntents() {
        var classifier = trainer.train(List.of(
                new Example("cancel it", "cancel_order"),
                new Example("cancel my order", "cancel_order"),
                new Example("cancel it", "cancel_booking"),
                new Example("cancel my table", "cancel_booking")));

        var ranking = classifier.classify("cancel it");

        assertThat(ranking.band()).isNotEqualTo(Band.SURE);
        assertThat(ranking.candidates()).hasSize(2);
    }

    @Test
    void neverFailsWhateverIsSaid() {
        var classifier = trainer.train(List.of(
                new Example("when are you open", "opening_hours"),
                new Example("where is my parcel {order_no}", "order_status"),
                new Example("包裹到哪了", "order_status")));

        for (var hostile : Fixtures.hostile()) {
            assertThatCode(() -> classifier.classify(hostile)).doesNotThrowAnyException();
        }
        assertThat(classifier.classify(" ")).isEqualTo(Ranking.NOTHING);
    }

    @Test
    void takesAnyValueWhereAnExampleLeavesAGap() {
        var classifier = trainer.train(List.of(
                new Example("where is order {order_no}", "order_status"),
                new Example("訂單{order_no}到哪了", "order_status"),
                new Example("please track {order_no}", "order_status"),
                new Example("when are you open", "opening_hours"),
                new Example("你們幾點開門", "opening_hours"),
                new Example("are you open on sunday", "opening_hours")));

        assertThat(classifier.classify("where is order SP123456").best().map(Candidate::intent))
                .contains("order_status");
        assertThat(classifier.classify("訂單SP998877到哪了").best().map(Candidate::intent))
                .contains("order_status");
    }

    @Test
    void learnsFromASingleExampleBesideMany() {
        var classifier = trainer.train(List.of(
                new Example("thank you", "thanks"),
                new Example("when are you open", "opening_hours"),
                new Example("what are your opening hours", "opening_hours"),
                new Example("are you open on sunday", "opening_hours")));

        assertThat(classifier.classify("thank you").best().map(Candidate::intent))
                .contains("thanks");
    }

    @Test
    void hearsEmoji() {
        var classifier = trainer.train(List.of(
                new Example("😀", "joy"),
                new Example("so happy 👍🏽", "joy"),
                new Example("😡", "anger"),
                new Example("this is awful", "anger")));

        assertThat(classifier.classify("👍").best().map(Candidate::intent)).contains("joy");
        assertThat(classifier.classify("😡😡😡").best().map(Candidate::intent)).contains("anger");
    }
}
