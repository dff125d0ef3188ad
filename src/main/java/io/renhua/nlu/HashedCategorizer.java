package io.renhua.nlu;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import opennlp.tools.doccat.DocumentCategorizer;

/** OpenNLP's view of a model over hashed rows: one number for each intent, made probabilities. */
abstract class HashedCategorizer implements DocumentCategorizer {
    private final String[] intents;
    private final Weights weights;
    private final double sharpness;

    HashedCategorizer(String[] intents, Weights weights, double sharpness) {
        this.intents = intents;
        this.weights = weights;
        this.sharpness = sharpness;
    }

    String[] outcomes() {
        return intents;
    }

    /** One for each intent, the higher the likelier, not yet probabilities. */
    abstract float[] scores(Row row);

    double[] probabilities(float[] scores) {
        return Softmax.of(scores, sharpness);
    }

    @Override
    public double[] categorize(String[] words) {
        return probabilities(scores(weights.row(Utterance.of(String.join(" ", words)))));
    }

    @Override
    public double[] categorize(String[] words, Map<String, Object> extraInformation) {
        return categorize(words);
    }

    @Override
    public String getBestCategory(double[] outcome) {
        int best = 0;
        for (int i = 1; i < outcome.length; i++) {
            best = outcome[i] > outcome[best] ? i : best;
        }
        return intents[best];
    }

    @Override
    public int getIndex(String category) {
        return Arrays.asList(intents).indexOf(category);
    }

    @Override
    public String getCategory(int index) {
        return intents[index];
    }

    @Override
    public int getNumberOfCategories() {
        return intents.length;
    }

    @Override
    public String getAllResults(double[] results) {
        return byName(results).toString();
    }

    @Override
    public Map<String, Double> scoreMap(String[] words) {
        return byName(categorize(words));
    }

    @Override
    public SortedMap<Double, Set<String>> sortedScoreMap(String[] words) {
        var sorted = new TreeMap<Double, Set<String>>(Collections.reverseOrder());
        scoreMap(words)
                .forEach((intent, score) ->
                        sorted.computeIfAbsent(score, s -> new TreeSet<>()).add(intent));
        return sorted;
    }

    private Map<String, Double> byName(double[] results) {
        var byName = new LinkedHashMap<String, Double>();
        for (int i = 0; i < results.length; i++) {
            byName.put(intents[i], results[i]);
        }
        return byName;
    }
}
