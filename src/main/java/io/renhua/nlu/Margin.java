package io.renhua.nlu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;

/** The widest margins between intents: strong with many examples and with very few. */
final class Margin extends HashedCategorizer {
    private static final double SHARPNESS = 10;
    private static final float NEVER = -2;
    private static final float[] UNSEEN = {};

    private final Table table;
    private final float[] bias;

    static {
        ExtensionLoader.registerAllowedPackage("io.renhua.nlu");
    }

    private Margin(String[] intents, Weights weights, Table table, float[] bias) {
        super(intents, weights, SHARPNESS);
        this.table = table;
        this.bias = bias;
    }

    /** Learns by OpenNLP's trainer factory, and packs OpenNLP's model into bytes. */
    static Margin train(TrainingSet set) {
        var model = model(set);
        var columns = columns(set.outcomes(), model);
        var contexts = contexts(model);
        var rows = new float[set.buckets()][];
        for (int bucket = 0; bucket < rows.length; bucket++) {
            var context = contexts.get(Integer.toString(bucket));
            rows[bucket] = context == null ? UNSEEN : inColumns(context, columns, 0);
        }
        var bias = Objects.requireNonNull(contexts.get(Integer.toString(set.buckets())));
        return new Margin(
                set.outcomes(), set.weights(), Table.of(rows, columns.length), inColumns(bias, columns, NEVER));
    }

    static Margin read(String[] intents, Weights weights, ModelReader in) {
        return new Margin(intents, weights, Table.read(in), in.floats());
    }

    void write(ModelWriter out) {
        table.write(out);
        out.floats(bias);
    }

    @Override
    float[] scores(Row row) {
        var scores = table.times(row);
        for (int i = 0; i < scores.length; i++) {
            scores[i] += bias[i];
        }
        return scores;
    }

    private static AbstractModel model(TrainingSet set) {
        var parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, MarginTrainer.class.getName());
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        try {
            return (AbstractModel)
                    TrainerFactory.getEventTrainer(parameters, new HashMap<>()).train(new IndexedRows(set));
        } catch (IOException e) {
            throw new UncheckedIOException("training from memory", e);
        }
    }

    @SuppressWarnings("unchecked") // OpenNLP hands out its three parts as objects
    private static Map<String, Context> contexts(AbstractModel model) {
        return (Map<String, Context>) model.getDataStructures()[1];
    }

    /** Where the model keeps each of our intents; -1 for one that had no rows. */
    private static int[] columns(String[] intents, AbstractModel model) {
        return Arrays.stream(intents).mapToInt(model::getIndex).toArray();
    }

    private static float[] inColumns(Context context, int[] columns, float otherwise) {
        var weights = new float[columns.length];
        for (int i = 0; i < columns.length; i++) {
            weights[i] = columns[i] < 0 ? otherwise : (float) context.getParameters()[columns[i]];
        }
        return weights;
    }
}
