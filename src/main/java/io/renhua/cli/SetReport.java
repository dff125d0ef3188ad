package io.renhua.cli;

import io.renhua.nlu.Cost;
import io.renhua.nlu.Evaluation.Run;
import io.renhua.nlu.Labelled;
import io.renhua.nlu.Scores;
import io.renhua.nlu.Spread;
import io.renhua.text.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** The figures of a data set, for the reader at the terminal. */
final class SetReport {
    private final Paper out;
    private final Table table;

    SetReport(Paper out) {
        this.out = out;
        this.table = new Table(out);
    }

    /** @param folds 0 where the rows asked stand in a file of their own */
    void print(List<Labelled> training, int folds, List<Run> runs, boolean refusing) {
        var scores =
                runs.stream().map(run -> Scores.of(run.answers(), refusing)).toList();
        heading(training, folds, scores);
        accuracy(scores, refusing);
        if (scores.getFirst().foreign() != null) {
            foreign(scores.stream()
                    .map(each -> Objects.requireNonNull(each.foreign()))
                    .toList());
        }
        cost(runs.stream().map(Run::cost).toList());
        table.print();
    }

    private void heading(List<Labelled> training, int folds, List<Scores> scores) {
        var intents = training.stream()
                .filter(row -> !row.isForeign())
                .map(Labelled::intent)
                .distinct()
                .count();
        var foreign = scores.getFirst().foreign();
        var asked = form("%,d", scores.getFirst().rows());
        var taught = form("%,d", training.size());
        out.plain(Wording.of(
                "%s, %s, %s intents; %s",
                foreign == null
                        ? Wording.of("%s rows asked", asked)
                        : Wording.of("%s rows asked (%s of them oos)", asked, form("%,d", foreign.rows())),
                folds == 0
                        ? Wording.of("%s taught", taught)
                        : Wording.of(
                                "%s taught (%s folds, each asked of a model that was not taught it)", taught, folds),
                intents,
                scores.size() == 1
                        ? Wording.of("one seed")
                        : Wording.of("mean of %s seeds, lowest to highest", scores.size())));
    }

    private void accuracy(List<Scores> scores, boolean refusing) {
        share("accuracy without rejection", scores, Scores::answering);
        share("in-scope accuracy with rejection", scores, Scores::refusing);
        share(refusing ? "macro-F1 with rejection" : "macro-F1 without rejection", scores, Scores::macroF1);
    }

    private void foreign(List<Scores.Foreign> scores) {
        share("overall accuracy with rejection", scores, Scores.Foreign::overall);
        share("oos recall", scores, Scores.Foreign::recall);
        share("oos precision", scores, Scores.Foreign::precision);
        share("AUROC, in-scope against oos", scores, Scores.Foreign::auroc);
    }

    private void cost(List<Cost> costs) {
        figure("training, CPU s", "%.2f", Spread.of(costs, Cost::trainCpuSeconds));
        figure("training, wall s", "%.2f", Spread.of(costs, Cost::trainWallSeconds));
        figure("classify, mean µs", "%.1f", Spread.of(costs, Cost::meanMicros));
        figure("classify, p99 µs", "%.1f", Spread.of(costs, Cost::p99Micros));
        figure("allocated, bytes a call", "%,.0f", Spread.of(costs, Cost::bytesPerCall));
        figure("model, kB", "%,.0f", Spread.of(costs, Cost::kilobytes));
    }

    private <T> void share(String name, List<T> scores, ToDoubleFunction<T> share) {
        figure(
                Wording.of("%s, %%", Wording.of(name)),
                "%.2f",
                Spread.of(scores, score -> 100 * share.applyAsDouble(score)));
    }

    private void figure(CharSequence name, String form, Spread spread) {
        table.row(
                Wording.of(name),
                form(form, spread.mean()),
                spread.lowest() == spread.highest()
                        ? ""
                        : Wording.of("%s to %s", form(form, spread.lowest()), form(form, spread.highest())));
    }

    private static String form(String form, Object value) {
        return String.format(Locale.ROOT, form, value);
    }
}
