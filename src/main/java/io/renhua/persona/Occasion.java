package io.renhua.persona;

/** What asks for a person by itself, without a line, a form or a button that leads there. */
public sealed interface Occasion {

    /** Nothing does. */
    record None() implements Occasion {}

    /** So many of the last messages were not understood. */
    record Missed(int times, int within) implements Occasion {}

    /** The same is felt in so many messages in a row. */
    record Felt(String feeling, int times) implements Occasion {}

    /** So many wrong answers were given to one question of a form that does not say itself how many it takes. */
    record FormTries(int tries) implements Occasion {}

    /** Whoever has this tag is taken so, whatever they are handed over for. */
    record Tagged(String tag) implements Occasion {}
}
