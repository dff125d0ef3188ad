package io.renhua.dialogue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one variant was chosen among those of a line.
 *
 * @param taken its place among them, counted from 0
 * @param others those that were not, and why
 * @param facts what their conditions looked at: each fact's values as far as the script names them, {@link #OTHER} for what
 *     it does not name, none where nothing was known
 */
public record Choosing(int taken, List<PassedOver> others, Map<String, List<String>> facts) {
    /** A value that is nobody's business: it may be somebody's words. */
    public static final String OTHER = "…";

    public Choosing {
        others = List.copyOf(others);
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** @param variant its place, counted from 0 */
    public record PassedOver(int variant, Hindrance by) {}

    /** What kept a variant from being said. */
    public sealed interface Hindrance {

        /** It is for other platforms. */
        record Elsewhere() implements Hindrance {}

        /**
         * Its condition does not hold.
         *
         * @param unmet the parts that do not, such as {@code result late}
         */
        record Condition(List<String> unmet) implements Hindrance {
            public Condition {
                unmet = List.copyOf(unmet);
            }
        }

        /** It is funnier than is fitting now. */
        record Humour(int most) implements Hindrance {}

        /** It names something that is not known. */
        record Incomplete() implements Hindrance {}

        /** Another says more about the matter. */
        record LessToThePoint() implements Hindrance {}

        /**
         * It was said lately.
         *
         * @param ago how many messages ago
         */
        record SaidLately(long ago) implements Hindrance {}

        /** Another was written for this person, time or place. */
        record LessPersonal() implements Hindrance {}

        /**
         * It was said before, and another longer ago or never.
         *
         * @param ago how many messages ago
         */
        record SaidSince(long ago) implements Hindrance {}

        /** It would have done as well: who is talked with and on which day decides. */
        record Turns() implements Hindrance {}
    }
}
