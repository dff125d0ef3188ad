package io.renhua.nlu;

import static io.renhua.nlu.Answers.refused;
import static io.renhua.nlu.Answers.sure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final Offset<Double> NEARLY = within(1e-12);

    /** Three of four likeliest intents are right, one of them refused; two of three foreign ones are refused. */
    private static final List<Answer> MIXED = List.of(
            sure("hours", "hours", 0.9),
            refused("hours", "hours", 0.2),
            sure("price", "hours", 0.6),
            sure("price", "price", 0.8),
            refused("oos", "price", 0.2),
            refused("oos", "hours", 0.1),
            sure("oos", "hours", 0.7));

    @Test
    void tellsAccuracyWithAndWithoutRejection() {
        var scores = Scores.of(MIXED, true);

        assertThat(scores.rows()).isEqualTo(7);
        assertThat(scores.answering()).isEqualTo(3 / 4.0);
        assertThat(scores.refusing()).isEqualTo(2 / 4.0);
        assertThat(foreign(scores).rows()).isEqualTo(3);
        assertThat(foreign(scores).overall()).isEqualTo(4 / 7.0);
    }

    @Test
    void tellsRecallAndPrecisionOfRejection() {
        var scores = foreign(Scores.of(MIXED, true));

        assertThat(scores.recall()).isEqualTo(2 / 3.0);
        assertThat(scores.precision()).isEqualTo(2 / 3.0);
    }

    @Test
    void comparesConfidenceOverAllRowsTheRefusedOnesToo() {
        // 0.9 and 0.8 are above all three; 0.6 above two; 0.2 above one, equal to one
        assertThat(foreign(Scores.of(MIXED, true)).auroc()).isCloseTo((3 + 3 + 2 + 1.5) / 12, NEARLY);
        assertThat(foreign(Scores.of(MIXED, false)).auroc()).isCloseTo((3 + 3 + 2 + 1.5) / 12, NEARLY);
    }

    @Test
    void tellsMacroF1OfTheAnswersAsGiven() {
        // hours: 2 asked, 3 given, 1 right; price: 2, 1, 1; oos: 3, 3, 2
        assertThat(Scores.of(MIXED, true).macroF1()).isCloseTo((2 / 5.0 + 2 / 3.0 + 4 / 6.0) / 3, NEARLY);
        // hours: 2, 5, 2; price: 2, 2, 1; oos: 3, 0, 0
        assertThat(Scores.of(MIXED, false).macroF1()).isCloseTo((4 / 7.0 + 2 / 4.0 + 0) / 3, NEARLY);
    }

    @Test
    void countsAnIntentNobodyAskedForInMacroF1() {
        var answers = List.of(sure("hours", "hours", 0.9), sure("hours", "price", 0.9));

        // hours: 2 asked, 1 given, 1 right; price: none asked, 1 given
        assertThat(Scores.of(answers, false).macroF1()).isCloseTo((2 / 3.0 + 0) / 2, NEARLY);
    }

    @Test
    void hasNoPrecisionWhereNothingIsRefused() {
        var scores = Scores.of(List.of(sure("hours", "hours", 0.9), sure("oos", "hours", 0.4)), true);

        assertThat(scores.refusing()).isEqualTo(scores.answering()).isEqualTo(1);
        assertThat(foreign(scores)).isEqualTo(new Scores.Foreign(1, 0.5, 0, 0, 1));
    }

    @Test
    void saysNothingOfForeignRowsWhereThereAreNone() {
        assertThat(Scores.of(List.of(sure("hours", "hours", 0.9)), true).foreign())
                .isNull();
    }

    @Test
    void takesTheMeanOverRuns() {
        assertThat(Spread.of(List.of(0.5, 0.75, 1.0), Double::doubleValue)).isEqualTo(new Spread(0.75, 0.5, 1));
    }

    private static Scores.Foreign foreign(Scores scores) {
        return Objects.requireNonNull(scores.foreign());
    }
}
