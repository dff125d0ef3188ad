package io.renhua.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code {name}} and {@code {name|default}}. What is filled in is never read again. Where a value without default
 * is missing, the clause that needs it is left out and the sentence closed behind it.
 */
final class Placeholders {
    static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][\\w.-]*)(?:\\|([^{}]*))?}");
    private static final Pattern CLAUSE =
            Pattern.compile("(?:\\{[^{}]*}|[^，、；：。！？,;:.!?\\n]|[,;:.!?](?!\\s|$))*+(?:[，、；：。！？,;:.!?\\n]+\\s*|$)");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String WEAK = "，、；：,;:";
    private static final String STRONG = "。！？.!?";

    private Placeholders() {}

    /** Whether every placeholder has a value or a default. */
    static boolean complete(String template, Function<String, Optional<String>> values) {
        return PLACE.matcher(template)
                .results()
                .allMatch(place ->
                        place.group(2) != null || values.apply(place.group(1)).isPresent());
    }

    static String fill(String template, Function<String, Optional<String>> values) {
        if (complete(template, values)) {
            return filled(template, values);
        }
        var kept = new ArrayList<String>();
        var clauses = CLAUSE.matcher(template).results().map(MatchResult::group).toList();
        for (var clause : clauses) {
            if (complete(clause, values)) {
                kept.add(clause);
            } else {
                close(kept, clause);
            }
        }
        var text = filled(String.join("", kept), values).strip();
        return text.isEmpty()
                ? SPACE.matcher(filled(template, values)).replaceAll(" ").strip()
                : capital(template, text);
    }

    private static String filled(String template, Function<String, Optional<String>> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(
                        values.apply(place.group(1)).orElseGet(() -> place.group(2) == null ? "" : place.group(2))));
    }

    /** When the clause left out ended its sentence, the one before it ends it now. */
    private static void close(List<String> kept, String left) {
        var end = left.strip();
        boolean ends = end.isEmpty() || STRONG.indexOf(end.charAt(end.length() - 1)) >= 0;
        if (kept.isEmpty() || !ends) {
            return;
        }
        var before = kept.removeLast();
        var plain = before.stripTrailing();
        boolean open = !plain.isEmpty() && WEAK.indexOf(plain.charAt(plain.length() - 1)) >= 0;
        kept.add(open ? plain.substring(0, plain.length() - 1) + end.substring(end.length() - 1) + gap(left) : before);
    }

    private static String gap(String clause) {
        return clause.substring(clause.stripTrailing().length());
    }

    private static String capital(String template, String text) {
        return !template.isEmpty() && Character.isUpperCase(template.strip().charAt(0))
                ? Character.toUpperCase(text.charAt(0)) + text.substring(1)
                : text;
    }
}
