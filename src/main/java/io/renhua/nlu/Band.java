package io.renhua.nlu;

/** How far a ranking can be trusted. */
public enum Band {
    /** Answer the first. */
    SURE,
    /** Ask back with the best two. */
    LIKELY,
    /** None of these. */
    NO
}
