package io.renhua.connector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ways a header or parameter that proves something may be forged, cut or doubled. */
final class Damage {
    private Damage() {}

    /** Copies of the values, each with one of them damaged in one way. */
    static List<Map<String, List<String>>> toEach(Map<String, List<String>> values) {
        var all = new ArrayList<Map<String, List<String>>>();
        values.forEach((name, value) -> {
            for (var damaged : of(value.getFirst())) {
                var copy = new HashMap<>(values);
                copy.put(name, damaged);
                all.add(copy);
            }
            var without = new HashMap<>(values);
            without.remove(name);
            all.add(without);
        });
        return all;
    }

    private static List<List<String>> of(String value) {
        var all = new ArrayList<List<String>>();
        for (int length = 0; length < value.length(); length++) {
            all.add(List.of(value.substring(0, length)));
        }
        for (var other : List.of(
                value + " ",
                " " + value,
                value + "=",
                value + "\n",
                value + value,
                value + "," + value,
                swapCase(value),
                "ü" + value.substring(1),
                "\0" + value,
                "sha256=" + value)) {
            if (!other.equals(value)) {
                all.add(List.of(other));
            }
        }
        all.add(List.of());
        all.add(List.of(value, value));
        all.add(List.of("", value));
        all.add(List.of(value, "forged"));
        return all;
    }

    private static String swapCase(String value) {
        var upper = value.toUpperCase(Locale.ROOT);
        return upper.equals(value) ? value.toLowerCase(Locale.ROOT) : upper;
    }
}
