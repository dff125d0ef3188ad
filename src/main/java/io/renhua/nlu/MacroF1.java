package io.renhua.nlu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The mean over all intents, asked for or answered, of the harmonic mean of precision and recall. */
final class MacroF1 {
    private MacroF1() {}

    static double of(List<Answer> answers, boolean refusing) {
        var asked = count(answers.stream().map(answer -> answer.asked().intent()));
        var given = count(answers.stream().map(answer -> answer.given(refusing)));
        var right = count(answers.stream()
                .filter(answer -> answer.given(refusing).equals(answer.asked().intent()))
                .map(answer -> answer.given(refusing)));
        return Stream.concat(asked.keySet().stream(), given.keySet().stream())
                .distinct()
                .sorted() // so that the sum is always taken in one order
                .mapToDouble(intent -> 2.0
                        * right.getOrDefault(intent, 0)
                        / (asked.getOrDefault(intent, 0) + given.getOrDefault(intent, 0)))
                .average()
                .orElse(0);
    }

    private static Map<String, Integer> count(Stream<String> intents) {
        var counts = new HashMap<String, Integer>();
        intents.forEach(intent -> counts.merge(intent, 1, Integer::sum));
        return counts;
    }
}
