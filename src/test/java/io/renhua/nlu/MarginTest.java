package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.doccat.DocumentCategorizerEvaluator;
import opennlp.tools.doccat.DocumentSample;
import org.junit.jupiter.api.Test;

class MarginTest {
    private static final String[] INTENTS = {"opening_hours", "order_status"};
    private static final List<String> SENTENCES =
            List.of("when are you open", "你們幾點開門", "where is my parcel", "我的包裹到哪了");
    private static final Margin MARGIN = Margin.train(TrainingSet.of(lessons(), List.of(INTENTS)));

    @Test
    void isMeasuredByOpenNlpsOwnEvaluator() {
        var evaluator = new DocumentCategorizerEvaluator(MARGIN);

        for (int i = 0; i < SENTENCES.size(); i++) {
            evaluator.evaluateSample(
                    new DocumentSample(INTENTS[i / 2], SENTENCES.get(i).split(" ")));
        }

        assertThat(evaluator.getAccuracy()).isEqualTo(1);
    }

    @Test
    void givesProbabilities() {
        var probabilities = MARGIN.categorize(new String[] {"open", "today"});

        assertThat(Arrays.stream(probabilities).sum()).isBetween(0.999, 1.001);
        assertThat(MARGIN.getBestCategory(probabilities)).isEqualTo("opening_hours");
        assertThat(MARGIN.sortedScoreMap(new String[] {"parcel"}).firstEntry().getValue())
                .containsExactly("order_status");
    }

    private static List<Lesson> lessons() {
        return Lesson.of(IntStream.range(0, SENTENCES.size())
                .mapToObj(i -> new Example(SENTENCES.get(i), INTENTS[i / 2]))
                .toList());
    }
}
