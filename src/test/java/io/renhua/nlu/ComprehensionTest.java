package io.renhua.nlu;

import static io.renhua.nlu.Answers.askedBack;
import static io.renhua.nlu.Answers.refused;
import static io.renhua.nlu.Answers.sure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComprehensionTest {
    private static final List<Answer> ANSWERS = List.of(
            sure("price", "price", 0.9),
            sure("price", "gift_box", 0.9),
            askedBack("price", "price", "gift_box"),
            askedBack("price", "shipping", "price"),
            askedBack("price", "shipping", "gift_box"),
            refused("price", "price", 0.1),
            sure("hours", "price", 0.9),
            askedBack("hours", "price", "hours"));

    @Test
    void tellsWhatWouldHaveBecomeOfSentences() {
        var all = Comprehension.of(ANSWERS);

        assertThat(all).isEqualTo(new Comprehension(8, 3 / 8.0, 1 / 8.0, 4 / 8.0, 3 / 8.0, 1 / 8.0, 2 / 8.0));
        assertThat(all.understood() + all.askedBack() + all.refused() + all.mistaken())
                .isEqualTo(1);
    }

    @Test
    void tellsItOfEachIntentAndEachOrigin() {
        assertThat(Comprehension.byIntent(ANSWERS)).containsOnlyKeys("hours", "price");
        assertThat(Comprehension.byIntent(ANSWERS).get("hours"))
                .isEqualTo(new Comprehension(2, 0, 0, 0.5, 0.5, 0, 0.5));
        assertThat(Comprehension.byOrigin(ANSWERS)).containsOnlyKeys("en");
    }

    @Test
    void namesConfusedPairsTheMostConfusedFirst() {
        var confusions = Confusion.among(ANSWERS);

        assertThat(confusions)
                .containsExactly(
                        new Confusion("price", "shipping", List.of(ANSWERS.get(3), ANSWERS.get(4))),
                        new Confusion("hours", "price", List.of(ANSWERS.get(6), ANSWERS.get(7))),
                        new Confusion("price", "gift_box", List.of(ANSWERS.get(1))));
    }

    @Test
    void takesWhatIsRefusedForNothing() {
        assertThat(Confusion.among(List.of(refused("price", "hours", 0.1)))).isEmpty();
    }
}
