package io.renhua.nlu;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names letter by letter: a branch for each letter that goes on, a value where a name ends. */
final class NameTree {
    private final Map<Character, NameTree> branches = new HashMap<>(2);
    private @Nullable String value;

    /** The first to claim a name keeps it. */
    void add(String name, String value) {
        var node = this;
        for (int i = 0; i < name.length(); i++) {
            node = node.branches.computeIfAbsent(name.charAt(i), letter -> new NameTree());
        }
        if (node != this && node.value == null) {
            node.value = value;
        }
    }

    @Nullable
    String value() {
        return value;
    }

    @Nullable
    NameTree after(char letter) {
        return branches.get(letter);
    }

    Map<Character, NameTree> branches() {
        return branches;
    }

    /** The longest name from here on, between borders; gaps in the text are passed over. */
    @Nullable
    Span<String> longest(String text, int start) {
        Span<String> longest = null;
        var node = isGap(text.charAt(start)) ? null : this;
        for (int at = start; node != null && at < text.length(); at++) {
            boolean gap = isGap(text.charAt(at));
            node = gap ? node : node.after(text.charAt(at));
            if (node != null && node.value != null && !gap && Letters.isBorder(text, at + 1)) {
                longest = new Span<>(node.value, start, at + 1);
            }
        }
        return longest;
    }

    static boolean isGap(char c) {
        return c == ' ' || c == '-' || c == '_' || c == '\u00B7';
    }
}
