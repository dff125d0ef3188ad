package io.renhua.nlu;

/** A small net with one hidden layer: sturdier against slips of the finger, and a better judge of what is foreign. */
final class Net extends HashedCategorizer {
    private static final double SHARPNESS = 1.5;

    private final Table table;
    private final float[] bias;
    private final float[] out;
    private final float[] outBias;

    Net(String[] intents, Weights weights, Table table, float[] bias, float[] out, float[] outBias) {
        super(intents, weights, SHARPNESS);
        this.table = table;
        this.bias = bias;
        this.out = out;
        this.outBias = outBias;
    }

    static Net read(String[] intents, Weights weights, ModelReader in) {
        return new Net(intents, weights, Table.read(in), in.floats(), in.floats(), in.floats());
    }

    void write(ModelWriter to) {
        table.write(to);
        to.floats(bias).floats(out).floats(outBias);
    }

    @Override
    float[] scores(Row row) {
        var hidden = table.times(row);
        var scores = outBias.clone();
        for (int i = 0; i < hidden.length; i++) {
            float activity = hidden[i] + bias[i];
            if (activity > 0) {
                add(activity, i * scores.length, scores);
            }
        }
        return scores;
    }

    private void add(float activity, int from, float[] scores) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] += activity * out[from + i];
        }
    }
}
