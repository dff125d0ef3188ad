package io.renhua.learning;

/** What became of somebody who was not understood. */
public enum Aftermath {
    /** It is not over yet. */
    OPEN,
    /** They said nothing more. */
    LEFT,
    /** They asked for a person, or were handed to one. */
    PERSON,
    /** They pressed one of the buttons offered instead. */
    PRESSED,
    /** They said it in other words, and were understood. */
    REPHRASED,
    /** Somebody at the desk said that the answer was wrong. */
    WRONG
}
