package io.renhua.nlu;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.MaxentModel;

/**
 * Crammer and Singer's margin for OpenNLP's trainer factory: liblinear finds the weights, OpenNLP keeps them. Public
 * with an empty constructor because OpenNLP makes it by name.
 */
public final class MarginTrainer extends AbstractEventTrainer {
    private static final double COST = 1;
    private static final double PRECISION = 0.5;
    private static final int SEED = 1;

    static {
        Linear.disableDebugOutput();
    }

    @Override
    public boolean isSortAndMerge() {
        return false;
    }

    @Override
    public MaxentModel doTrain(DataIndexer rows) {
        var outcomes = rows.getOutcomeLabels();
        int contexts = rows.getPredLabels().length;
        var parameter = new Parameter(SolverType.MCSVM_CS, COST, PRECISION);
        parameter.setRandom(new Random(SEED));
        var model = Linear.train(problem(rows), parameter);

        var trained = model.getFeatureWeights(); // a copy at every call
        var labels = model.getLabels();
        var order = IntStream.range(0, outcomes.length).toArray();
        var parameters = new Context[contexts];
        for (int context = 0; context < contexts; context++) {
            var weights = new double[outcomes.length];
            for (int i = 0; i < outcomes.length; i++) {
                weights[labels[i]] = trained[context * outcomes.length + i];
            }
            parameters[context] = new Context(order, weights);
        }
        return new GISModel(parameters, rows.getPredLabels(), outcomes);
    }

    private static Problem problem(DataIndexer rows) {
        var problem = new Problem();
        problem.l = rows.getNumEvents();
        problem.n = rows.getPredLabels().length;
        problem.y = Arrays.stream(rows.getOutcomeList()).asDoubleStream().toArray();
        var contexts = rows.getContexts();
        var values = rows.getValues();
        problem.x = new Feature[problem.l][];
        for (int row = 0; row < problem.l; row++) {
            problem.x[row] = features(contexts[row], values[row]);
        }
        return problem;
    }

    private static Feature[] features(int[] contexts, float[] values) {
        var features = new Feature[contexts.length];
        for (int i = 0; i < contexts.length; i++) {
            features[i] = new FeatureNode(contexts[i] + 1, values[i]);
        }
        Arrays.sort(features, Comparator.comparingInt(Feature::getIndex));
        return features;
    }
}
