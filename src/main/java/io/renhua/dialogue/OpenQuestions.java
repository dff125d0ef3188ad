package io.renhua.dialogue;

/** What becomes of a form that was on its way when a person came, once the persona answers again. */
public enum OpenQuestions {
    /** It stays open: what they say next may be its answer. */
    GO_ON,
    /** It is over; what was learnt stays. */
    FACTS_STAY,
    /** It is over, and what was learnt in it is forgotten. */
    FORGOTTEN
}
