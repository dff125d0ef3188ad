package io.renhua.nlu;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By words, whatever their case, width and script; the longest wins, and spaces inside names do not matter. */
final class DictionarySeeker implements Seeker {
    private final String name;
    private final Node root = new Node();

    DictionarySeeker(String name, Map<String, List<String>> values) {
        this.name = name;
        values.forEach((value, aliases) -> {
            add(value, value);
            aliases.forEach(alias -> add(alias, value));
        });
    }

    /** The first to claim a word keeps it. */
    private void add(String alias, String value) {
        var node = root;
        for (int i = 0; i < alias.length(); i++) {
            char c = Letters.fold(alias.charAt(i));
            node = isGap(c) ? node : node.next.computeIfAbsent(c, key -> new Node());
        }
        if (node != root && node.value == null) {
            node.value = value;
        }
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        var found = new ArrayList<Entity>();
        for (int at = 0; at < letters.folded().length(); ) {
            var entity = Letters.isBorder(letters.folded(), at) ? longestAt(letters.folded(), at) : null;
            if (entity != null) {
                found.add(entity);
            }
            at = entity == null ? at + 1 : entity.end();
        }
        return found;
    }

    private @Nullable Entity longestAt(String text, int start) {
        Entity longest = null;
        var node = isGap(text.charAt(start)) ? null : root;
        for (int at = start; node != null && at < text.length(); at++) {
            node = isGap(text.charAt(at)) ? node : node.next.get(text.charAt(at));
            if (node != null && node.value != null && !isGap(text.charAt(at)) && Letters.isBorder(text, at + 1)) {
                longest = new Entity(name, node.value, start, at + 1);
            }
        }
        return longest;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '-' || c == '_' || c == '\u00B7';
    }

    private static final class Node {
        final Map<Character, Node> next = new HashMap<>();

        @Nullable
        String value;
    }
}
