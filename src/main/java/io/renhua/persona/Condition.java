package io.renhua.persona;

import io.renhua.text.Mentions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When a variant may be said: a closed list of facts, and no code. */
public sealed interface Condition {
    /** The fact that holds where what was said has the word. */
    String WORD = "word";

    Condition ALWAYS = new All(List.of());

    boolean holds(Map<String, Set<String>> facts);

    record All(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Map<String, Set<String>> facts) {
            return conditions.stream().allMatch(condition -> condition.holds(facts));
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Map<String, Set<String>> facts) {
            return conditions.stream().anyMatch(condition -> condition.holds(facts));
        }
    }

    /** The fact has this value; a trailing {@code *} stands for any rest. {@link #WORD} is all they said, and has many. */
    record Is(String fact, String value) implements Condition {
        @Override
        public boolean holds(Map<String, Set<String>> facts) {
            var known = facts.getOrDefault(fact, Set.of());
            if (fact.equals(WORD)) {
                return known.stream().anyMatch(said -> Mentions.in(said, value));
            }
            return value.endsWith("*")
                    ? known.stream().anyMatch(each -> each.startsWith(value.substring(0, value.length() - 1)))
                    : known.contains(value);
        }
    }

    /** The fact is a number that is at least, or at most, the bound. */
    record Compares(String fact, boolean atLeast, double bound) implements Condition {
        @Override
        public boolean holds(Map<String, Set<String>> facts) {
            return facts.getOrDefault(fact, Set.of()).stream().anyMatch(this::within);
        }

        private boolean within(String value) {
            try {
                double number = Double.parseDouble(value);
                return atLeast ? number >= bound : number <= bound;
            } catch (NumberFormatException e) {
                return false; // a word where the script counts: the condition does not hold
            }
        }
    }
}
