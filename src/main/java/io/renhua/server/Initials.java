package io.renhua.server;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A name as a screen may show it that anybody walks past: 王小明 is 王○○, Jane van Doe is J. D. */
final class Initials {
    private Initials() {}

    static String of(String name) {
        var words = name.strip().split("\\s+");
        var first = words[0];
        if (first.codePoints().anyMatch(Character::isIdeographic)) {
            int length = first.codePointCount(0, first.length());
            return Character.toString(first.codePointAt(0)) + "○".repeat(Math.min(2, length - 1));
        }
        var ends = words.length == 1 ? List.of(first) : List.of(first, words[words.length - 1]);
        return ends.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT) + ".")
                .collect(Collectors.joining(" "));
    }
}
