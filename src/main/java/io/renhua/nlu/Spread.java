package io.renhua.nlu;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** One figure over several runs. */
public record Spread(double mean, double lowest, double highest) {

    public static <T> Spread of(List<T> runs, ToDoubleFunction<T> figure) {
        var summary = runs.stream().mapToDouble(figure).summaryStatistics();
        return new Spread(summary.getAverage(), summary.getMin(), summary.getMax());
    }
}
