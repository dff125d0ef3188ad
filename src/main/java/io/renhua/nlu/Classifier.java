package io.renhua.nlu;

/** Ranks a persona's intents for an utterance. Immutable and safe to share between threads. */
public interface Classifier {

    /** Never throws, whatever the text: a blank or hostile one gets an empty ranking of {@link Band#NO}. */
    Ranking classify(String utterance);
}
