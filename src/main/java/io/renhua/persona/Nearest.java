package io.renhua.persona;

import io.renhua.text.Wording;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which known name somebody meant. */
public final class Nearest {
    private static final int LONGEST = 100;

    private Nearest() {}

    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty(); // nobody mistypes so much
        }
        int reach = Math.max(1, word.length() / 2);
        return known.stream()
                .filter(name -> isNear(word, name, reach) || goesOn(word, name))
                .min(Comparator.<String>comparingInt(name -> distance(word, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** What to write instead: the nearest name, or all of them where none is near. */
    public static Wording advice(String word, Collection<String> known) {
        return to(word, known).map(Wording::of).orElseGet(() -> anyOf(known));
    }

    /** The question that belongs to it; empty where nothing is near. */
    public static Wording question(String word, Collection<String> known) {
        return to(word, known)
                .map(name -> Wording.of(": did you mean %s?", name))
                .orElse(Wording.NONE);
    }

    private static Wording anyOf(Collection<String> known) {
        return known.isEmpty()
                ? Wording.NONE
                : Wording.of(
                        "one of %s", String.join(", ", known.stream().sorted().toList()));
    }

    /** As many letters as one is longer, it takes at least: most names are ruled out by that alone. */
    private static boolean isNear(String word, String name, int reach) {
        return Math.abs(word.length() - name.length()) <= reach && distance(word, name) <= reach;
    }

    /** Whether one is the other with more behind it: order, order_no. */
    private static boolean goesOn(String word, String name) {
        return word.length() > 2 && (name.startsWith(word) || word.startsWith(name));
    }

    /** Insertions, deletions, replacements and swapped neighbours it takes from one word to the other. */
    private static int distance(String from, String to) {
        var cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
