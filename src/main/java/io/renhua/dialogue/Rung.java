package io.renhua.dialogue;

/** One step of the order in which a message is tried; the first that takes it answers. */
interface Rung {
    /** Answers, if this is its case; otherwise changes nothing that could be seen. */
    boolean takes(Turn turn);
}
