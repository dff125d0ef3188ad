package io.renhua.cli;

import io.renhua.nlu.Cost;
import io.renhua.nlu.Evaluation.Run;
import io.renhua.nlu.Labelled;
import io.renhua.nlu.Scores;
import io.renhua.nlu.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** The figures of a data set, for the reader at the terminal. */
final class SetReport {
    private final Paper out;

    SetReport(Paper out) {
        this.out = out;
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
    }

    private void heading(List<Labelled> training, int folds, List<Scores> scores) {
        var intents = training.stream()
                .filter(row -> !row.isForeign())
                .map(Labelled::intent)
                .distinct()
                .count();
        var foreign = scores.getFirst().foreign();
        out.plain(String.format(
                Locale.ROOT,
                "%,d rows asked%s, %,d taught%s, %d intents; %s",
                scores.getFirst().rows(),
                foreign == null ? "" : String.format(Locale.ROOT, " (%,d of them oos)", foreign.rows()),
                training.size(),
                folds == 0 ? "" : " (" + folds + " folds, each asked of a model that was not taught it)",
                intents,
                scores.size() == 1 ? "one seed" : "mean of " + scores.size() + " seeds, lowest to highest"));
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
        figure(name + ", %", "%.2f", Spread.of(scores, score -> 100 * share.applyAsDouble(score)));
    }

    private void figure(String name, String form, Spread spread) {
        var mean = String.format(Locale.ROOT, form, spread.mean());
        var reach = spread.lowest() == spread.highest()
                ? ""
                : "   " + String.format(Locale.ROOT, form, spread.lowest()) + " to "
                        + String.format(Locale.ROOT, form, spread.highest());
        out.plain(String.format(Locale.ROOT, "  %-36s %10s%s", name, mean, reach));
    }
}
