package io.renhua.lint;

import io.renhua.nlu.Band;
import io.renhua.nlu.Classifier;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** U4: two lines so near each other that the classifier would ask back between them for several of their examples. */
final class ConfusedLinesRule implements LintRule {
    private static final int SEVERAL = 3;
    private static final int SHOWN = 3;

    private final Classifier classifier;

    ConfusedLinesRule(Classifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public void judge(Persona persona, Findings findings) {
        pairs(persona).forEach((lines, examples) -> {
            if (examples.size() >= SEVERAL) {
                var words = examples.stream().limit(SHOWN).map(each -> "\"" + each.words() + "\"");
                var why = Wording.of(
                        "%s and %s are hard to tell apart: %s",
                        lines.getFirst(), lines.getLast(), words.collect(Collectors.joining(", ")));
                findings.warn(
                        examples.getFirst().path(), Rule.U4, why, "one line with an if:, or what only each means");
            }
        });
    }

    private Map<List<String>, List<Sample>> pairs(Persona persona) {
        var pairs = new LinkedHashMap<List<String>, List<Sample>>();
        for (var example : Sample.of(persona)) {
            var ranking = classifier.classify(example.words());
            if (ranking.band() == Band.LIKELY && ranking.candidates().size() > 1) {
                var both = ranking.candidates().stream()
                        .limit(2)
                        .map(candidate -> candidate.intent())
                        .sorted()
                        .toList();
                pairs.computeIfAbsent(both, _ -> new ArrayList<>()).add(example);
            }
        }
        return pairs;
    }
}
