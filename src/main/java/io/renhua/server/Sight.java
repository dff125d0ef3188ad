package io.renhua.server;

import java.util.function.UnaryOperator;

/**
 * How one reader sees one conversation.
 *
 * @param whole whether nothing is masked
 * @param reveals whether they may look at one masked thing
 * @param veil what they read of its words
 */
record Sight(boolean whole, boolean reveals, UnaryOperator<String> veil) {
    static final Sight WHOLE = new Sight(true, false, words -> words);

    String over(String words) {
        return veil.apply(words);
    }

    DeskLine over(DeskLine line) {
        return whole ? line : line.veiled(veil);
    }

    boolean masks(String words) {
        return !over(words).equals(words);
    }

    Reading reading() {
        return new Reading(whole, reveals);
    }

    /** The same for pages. */
    record Reading(boolean whole, boolean reveals) {}
}
