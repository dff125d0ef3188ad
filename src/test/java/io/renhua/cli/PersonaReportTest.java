package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.nlu.Answer;
import io.renhua.nlu.Band;
import io.renhua.nlu.Labelled;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonaReportTest {
    private final StringWriter out = new StringWriter();

    @Test
    void namesWhichSentenceGoesWhereTheMostConfusedFirst() {
        print(
                false,
                answer("送禮多少錢", "gift_box", "price", Band.SURE),
                answer("運費多少", "shipping_fee", "price", Band.SURE),
                answer("寄到澎湖多少", "shipping_fee", "price", Band.LIKELY),
                answer("幾點開門", "hours", "hours", Band.SURE));

        assertThat(out.toString())
                .containsSubsequence(
                        "Taken for another line, the most confused first:",
                        "\"運費多少\" (shipping_fee) is taken for price",
                        "\"寄到澎湖多少\" (shipping_fee) is asked back: price or other",
                        "\"送禮多少錢\" (gift_box) is taken for price");
    }

    @Test
    void showsSharesOverallAndForEachLanguage() {
        print(false, answer("運費多少", "shipping_fee", "price", Band.SURE), answer("幾點開門", "hours", "hours", Band.SURE));

        assertThat(out.toString())
                .contains("pao: each of 2 examples said to a persona that did not learn it (5 folds).")
                .containsPattern("in all +2 +50.0 % +50.0 % +0.0 \\(0.0\\) % +0.0 % +50.0 %")
                .containsPattern("zh-Hant +2 +50.0 %");
    }

    @Test
    void showsTheLinesUnderstoodWorstFirst() {
        print(
                false,
                answer("包郵嗎", "shipping_fee", "shipping_fee", Band.SURE),
                answer("運費多少", "shipping_fee", "price", Band.SURE),
                answer("送禮", "gift_box", "gift_box", Band.NO),
                answer("幾點開門", "hours", "hours", Band.SURE));

        assertThat(out.toString())
                .containsSubsequence("understood worst", "gift_box", "0 % of 1", "shipping_fee", "50 % of 2")
                .doesNotContainPattern("hours +understood");
    }

    @Test
    void saysTheSameWordsOfTwoLanguagesOnce() {
        print(
                false,
                answer("運費", "shipping_fee", "price", Band.SURE),
                answer("運費", "shipping_fee", "price", Band.SURE));

        assertThat(out.toString()).containsOnlyOnce("is taken for price");
    }

    @Test
    void showsAllOfManyWhenAsked() {
        var many = IntStream.range(0, 45)
                .mapToObj(i -> answer("第" + i + "次", "gift_box", "price", Band.SURE))
                .toArray(Answer[]::new);

        print(false, many);
        assertThat(out.toString()).contains("and 5 more: --all shows them").doesNotContain("第40次");

        print(true, many);
        assertThat(out.toString()).contains("第44次");
    }

    @Test
    void saysThatNothingIsConfused() {
        print(false, answer("幾點開門", "hours", "hours", Band.SURE));

        assertThat(out.toString())
                .contains("No example is taken for another line.")
                .doesNotContain("understood worst");
    }

    private void print(boolean all, Answer... answers) {
        var paper = new Paper(new PrintWriter(out, true), new PrintWriter(Writer.nullWriter()));
        new PersonaReport(paper, all).print("pao", 5, List.of(answers));
    }

    private static Answer answer(String text, String intent, String best, Band band) {
        return new Answer(new Labelled(text, intent, "zh-Hant"), best, 0.9, band, List.of(best, "other"));
    }
}
