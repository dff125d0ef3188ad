package io.renhua.nlu;

import java.util.List;

/** Learns a classifier from a persona's own examples. Deterministic: the same examples give the same model. */
public interface ClassifierTrainer {

    /** Trains on whatever is there; one intent, or none, gives a classifier that knows as much. */
    Classifier train(List<Example> examples);
}
