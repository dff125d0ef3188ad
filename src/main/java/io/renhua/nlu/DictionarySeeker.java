package io.renhua.nlu;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * By words, whatever their case, width, script and accents; the longest wins, and spaces inside names do not matter. Long
 * words may be one slip away, but never where some word of this dictionary stands as it should.
 */
final class DictionarySeeker implements Seeker {
    private final String name;
    private final NameTree exact = new NameTree();
    private final Slips slips = new Slips();

    DictionarySeeker(String name, Map<String, List<String>> values) {
        this.name = name;
        values.forEach((value, aliases) -> {
            add(value, value);
            aliases.forEach(alias -> add(alias, value));
        });
    }

    private void add(String alias, String value) {
        var folded = Letters.of(alias).folded();
        exact.add(ungapped(folded), value);
        slips.add(folded, value);
    }

    private static String ungapped(String name) {
        var letters = new StringBuilder(name.length());
        name.chars().filter(c -> !NameTree.isGap((char) c)).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        var text = letters.folded();
        var found = new ArrayList<Span<String>>();
        for (int at = 0; at < text.length(); ) {
            var span = Letters.isBorder(text, at) ? exact.longest(text, at) : null;
            if (span != null) {
                found.add(span);
            }
            at = span == null ? at + 1 : span.end();
        }
        found.addAll(slips.in(text, found));
        return found.stream()
                .map(span -> letters.entity(name, span.value(), span.start(), span.end()))
                .toList();
    }
}
