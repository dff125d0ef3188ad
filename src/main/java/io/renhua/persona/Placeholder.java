package io.renhua.persona;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A gap in a text, filled when it is said: {@code {name}} or {@code {name|what is said without one}}.
 *
 * @param otherwise what stands in for a missing value; null where the text counts on it
 */
public record Placeholder(String name, @Nullable String otherwise) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}|]*)(?:\\|([^{}]*))?}");

    public static List<Placeholder> in(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> new Placeholder(match.group(1), match.group(2)))
                .toList();
    }

    /** The text as long as it will be, about: defaults taken, values a short word, addresses left out. */
    public static String filled(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            if (match.group(2) != null) {
                return Matcher.quoteReplacement(match.group(2));
            }
            return match.group(1).startsWith("link.") ? "" : "____";
        });
    }
}
