package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Asked with a trainer that knows its examples by heart and nothing else, so that what it knew it was taught. */
class EvaluationTest {
    private final List<Set<Example>> taught = new ArrayList<>();

    private final ClassifierTrainer byHeart = examples -> {
        taught.add(Set.copyOf(examples));
        return text -> examples.stream()
                .filter(example -> example.meant() && example.text().equals(text))
                .findFirst()
                .map(example -> new Ranking(List.of(new Candidate(example.intent(), 0.9)), Band.SURE))
                .orElse(Ranking.NOTHING);
    };

    @Test
    void answersInTheOrderOfTheTest() {
        var training = List.of(row("open late?", "hours"), row("how much", "price"), row("knock knock", "oos"));
        var test = List.of(row("how much", "price"), row("never heard", "hours"), row("open late?", "price"));

        var answers = new Evaluation(byHeart).heldOut(training, test).answers();

        assertThat(answers)
                .containsExactly(
                        new Answer(test.get(0), "price", 0.9, Band.SURE, List.of("price")),
                        new Answer(test.get(1), "oos", 0, Band.NO, List.of()),
                        new Answer(test.get(2), "hours", 0.9, Band.SURE, List.of("hours")));
    }

    @Test
    void teachesForeignRowsAsForeign() {
        var rows = List.of(row("open late?", "hours"), row("knock knock", "oos"));

        new Evaluation(byHeart).heldOut(rows, rows);

        assertThat(taught).containsExactly(Set.of(new Example("open late?", "hours"), Example.foreign("knock knock")));
    }

    @Test
    void asksWhatIsHeardAndRemembersWhatWasWritten() {
        var rows = List.of(row("open late?", "hours"));

        var answers =
                new Evaluation(byHeart, text -> text + "!").heldOut(rows, rows).answers();

        assertThat(answers).containsExactly(new Answer(rows.getFirst(), "oos", 0, Band.NO, List.of()));
    }

    @Test
    void measuresWhatItCosts() {
        var rows = new ArrayList<Labelled>();
        for (int i = 0; i < 100; i++) { // enough to outlast a tick of the slowest clock
            rows.add(row("are you open late on day " + i, "hours"));
            rows.add(row("how much is number " + i, "price"));
        }

        var cost = new Evaluation(new OpenNlpTrainer()).heldOut(rows, rows).cost();

        assertThat(cost.trainCpuSeconds()).isPositive();
        assertThat(cost.trainWallSeconds()).isPositive();
        assertThat(cost.meanMicros()).isPositive();
        assertThat(cost.p99Micros()).isPositive();
        assertThat(cost.bytesPerCall()).isPositive();
        assertThat(cost.kilobytes()).isPositive();
    }

    @Test
    void asksEveryRowOnceOfAModelThatWasNotTaughtIt() {
        var rows = Stream.of("hours", "price", "oos")
                .flatMap(intent -> IntStream.range(0, 7).mapToObj(i -> row(intent + " in words " + i, intent)))
                .toList();

        var run = new Evaluation(byHeart).folded(rows, List.of(), 5, 1).orElseThrow();

        assertThat(run.answers()).extracting(Answer::asked).containsExactlyElementsOf(rows);
        assertThat(run.answers()).allMatch(Answer::isRefused);
        assertThat(taught)
                .hasSize(5)
                .allSatisfy(examples -> assertThat(examples).hasSizeBetween(16, 17));
    }

    @Test
    void hidesAShareOfEveryIntent() {
        var rows = Stream.of("hours", "price")
                .flatMap(intent -> IntStream.range(0, 10).mapToObj(i -> row(intent + " in words " + i, intent)))
                .toList();

        new Evaluation(byHeart).folded(rows, List.of(), 5, 1);

        assertThat(taught)
                .allSatisfy(examples -> assertThat(examples.stream()
                                .filter(example -> example.intent().equals("hours")))
                        .hasSize(8));
    }

    @Test
    void hidesTheSameSentenceInBothScriptsTogether() {
        var rows = List.of(row("營業時間？", "hours"), row("营业时间", "hours"), row("幾點開門", "hours"), row("開到幾點", "hours"));

        new Evaluation(byHeart).folded(rows, List.of(), 3, 1);

        var twins = Set.of(rows.get(0).asExample(), rows.get(1).asExample());
        assertThat(taught).hasSize(3).allSatisfy(examples -> {
            var known = new HashSet<>(examples);
            known.retainAll(twins);
            assertThat(known.size()).isNotEqualTo(1);
        });
    }

    @Test
    void drawsAnotherLotWithAnotherSeed() {
        var rows =
                IntStream.range(0, 20).mapToObj(i -> row("words " + i, "hours")).toList();

        var first = Deal.of(rows, 5, 1).asked(0).boxed().toList();

        assertThat(Deal.of(rows, 5, 1).asked(0).boxed()).containsExactlyElementsOf(first);
        assertThat(Deal.of(rows, 5, 2).asked(0).boxed().toList()).isNotEqualTo(first);
    }

    @Test
    void neverHidesAnIntentsOnlySentence() {
        var rows = List.of(row("open late?", "hours"), row("open now?", "hours"), row("how much", "price"));

        var run = new Evaluation(byHeart).folded(rows, List.of(), 2, 1).orElseThrow();

        assertThat(run.answers()).extracting(Answer::asked).containsExactly(rows.get(0), rows.get(1));
        assertThat(taught).allSatisfy(examples -> assertThat(examples).contains(new Example("how much", "price")));
    }

    @Test
    void hasNothingToAskWhereEveryIntentHasOneSentence() {
        var rows = List.of(row("open late?", "hours"), row("how much", "price"));

        assertThat(new Evaluation(byHeart).folded(rows, List.of(), 2, 1)).isEmpty();
    }

    @Test
    void teachesInEveryRoundWhatIsNeverAsked() {
        var rows = List.of(row("open late?", "hours"), row("open now?", "hours"));
        var not = Example.not("open the box", "hours");

        new Evaluation(byHeart).folded(rows, List.of(not), 2, 1);

        assertThat(taught)
                .hasSize(2)
                .allSatisfy(examples -> assertThat(examples).contains(not));
    }

    @Test
    void doesNotGiveAwayWhatTheHiddenSentenceIsNot() {
        var rows = List.of(row("open the box!", "parcel"), row("where is the box", "parcel"));
        var not = Example.not("open the box", "hours");

        new Evaluation(byHeart).folded(rows, List.of(not), 2, 1);

        assertThat(taught)
                .containsExactlyInAnyOrder(
                        Set.of(rows.get(0).asExample(), not), Set.of(rows.get(1).asExample()));
    }

    private static Labelled row(String text, String intent) {
        return new Labelled(text, intent, "en");
    }
}
