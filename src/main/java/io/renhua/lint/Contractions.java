package io.renhua.lint;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** English words run together: {@code don't}, {@code it's}. A possessive is none. */
final class Contractions {
    private static final Pattern ANY = Pattern.compile(
            "(?i)\\b(?:[a-z]+n['’]t|[a-z]+['’](?:m|re|ve|ll|d)|(?:it|that|what|who|where|here|there|he|she|let|how)['’]s)\\b");
    private static final Map<String, String> ODD =
            Map.of("can't", "cannot", "won't", "will not", "shan't", "shall not", "let's", "let us");
    private static final Map<String, String> ENDS = Map.of(
            "n't", " not", "'m", " am", "'re", " are", "'ve", " have", "'ll", " will", "'d", " would", "'s", " is");

    private Contractions() {}

    static @Nullable String first(String text) {
        var found = ANY.matcher(text);
        return found.find() ? found.group() : null;
    }

    static String writtenOut(String text) {
        return ANY.matcher(text).replaceAll(each -> writtenOutWord(each.group()));
    }

    private static String writtenOutWord(String word) {
        var plain = word.replace('’', '\'');
        var odd = ODD.get(plain.toLowerCase(java.util.Locale.ROOT));
        if (odd != null) {
            return plain.charAt(0) + odd.substring(1);
        }
        return ENDS.entrySet().stream()
                .filter(end -> plain.endsWith(end.getKey()))
                .findFirst()
                .map(end -> plain.substring(0, plain.length() - end.getKey().length()) + end.getValue())
                .orElse(plain);
    }
}
