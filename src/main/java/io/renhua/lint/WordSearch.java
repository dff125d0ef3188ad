package io.renhua.lint;

import java.util.Locale;
import java.util.regex.Pattern;

/** Finds a word of a list in a text: Latin words whole and in any case, Chinese ones anywhere. */
final class WordSearch {
    private WordSearch() {}

    static boolean finds(String word, String text) {
        if (!word.isEmpty() && word.charAt(0) < 0x250) {
            var pattern = "(?<![\\p{L}\\p{N}])" + Pattern.quote(word.toLowerCase(Locale.ROOT)) + "(?![\\p{L}\\p{N}])";
            return Pattern.compile(pattern)
                    .matcher(text.toLowerCase(Locale.ROOT))
                    .find();
        }
        return !word.isEmpty() && text.contains(word);
    }

    /** Whether a word stands by itself, as in a call: 親，but not 母親 or 親自. */
    static boolean findsAlone(String word, String text) {
        var pattern = "(?<!\\p{IsHan})" + Pattern.quote(word) + "(?!\\p{IsHan})";
        return Pattern.compile(pattern).matcher(text).find();
    }
}
