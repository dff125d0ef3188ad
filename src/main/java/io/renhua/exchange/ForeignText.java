package io.renhua.exchange;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words from elsewhere, made harmless: what would be a placeholder of ours is shown as the text that it is. */
final class ForeignText {
    private ForeignText() {}

    /** A text, every line of which is a bubble. */
    static String words(String text) {
        return shown(plain(text));
    }

    /** A text, every line of which is a bubble, with the persona's nickname in place of a mark. */
    static String named(String text, String mark) {
        return Arrays.stream(plain(text).split(Pattern.quote(mark), -1))
                .map(ForeignText::shown)
                .collect(Collectors.joining("{nickname}"));
    }

    /** The text, and no placeholder in it. */
    static String shown(String text) {
        return text.replace('{', '｛').replace('}', '｝');
    }

    /** The same on one line, as people ask. */
    static String sentence(String text) {
        return words(text).replaceAll("\\s+", " ").strip();
    }

    /** The text as it is, but for halves of characters, which no file can hold. */
    static String kept(String text) {
        return text.replaceAll("\\p{Cs}", "");
    }

    /** The text as it is, but for what no file of ours can hold: controls, halves of characters, marks of byte order. */
    static String plain(String text) {
        return text.replaceAll("\\r\\n?|[\\u0085\\u2028\\u2029]", "\n")
                .replace('\t', ' ')
                .replaceAll("[\\p{Cc}\\p{Cs}\\uFEFF\\uFFFE\\uFFFF&&[^\\n]]", "")
                .replaceAll(" +\\n", "\n")
                .strip();
    }
}
