package io.renhua.dialogue;

import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.Example;
import io.renhua.nlu.Ranking;
import io.renhua.text.Fold;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sure of its own examples, unsure of what shares half of one's characters, at a loss with anything else. */
record ExactClassifier(List<Example> examples) implements Classifier {

    @Override
    public Ranking classify(String utterance) {
        var said = Fold.key(utterance);
        Map<String, Double> best = new LinkedHashMap<>();
        for (var example : examples) {
            best.merge(example.intent(), likeness(said, Fold.key(example.text())), Math::max);
        }
        var candidates = best.entrySet().stream()
                .map(each -> new Candidate(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
                .toList();
        double top = candidates.isEmpty() ? 0 : candidates.getFirst().confidence();
        return new Ranking(candidates, top == 1 ? Band.SURE : top >= 0.5 ? Band.LIKELY : Band.NO);
    }

    private static double likeness(String said, String example) {
        if (said.equals(example)) {
            return 1;
        }
        boolean part = example.contains(said) && said.length() * 2 >= example.length();
        boolean alike = said.length() > 3 && example.endsWith(said.substring(2));
        return part || alike ? 0.6 : 0.1;
    }
}
