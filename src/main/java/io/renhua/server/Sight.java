package io.renhua.server;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * How one reader sees one conversation.
 *
 * @param whole whether nothing is masked
 * @param reveals whether they may look at one masked thing
 * @param veil what they read of its words
 * @param names what they read of a value, by its name
 */
record Sight(boolean whole, boolean reveals, UnaryOperator<String> veil, BinaryOperator<String> names) {
    static final Sight WHOLE = new Sight(true, false, words -> words, (name, value) -> value);

    String over(String words) {
        return veil.apply(words);
    }

    String over(String name, String value) {
        return names.apply(name, value);
    }

    DeskLine over(DeskLine line) {
        return whole ? line : line.veiled(veil);
    }

    boolean masks(String words) {
        return !over(words).equals(words);
    }

    boolean masks(String name, String value) {
        return !over(name, value).equals(value);
    }

    Reading reading() {
        return new Reading(whole, reveals);
    }

    /** The same for pages. */
    record Reading(boolean whole, boolean reveals) {}
}
