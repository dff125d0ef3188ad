package io.renhua.text;

import java.text.Normalizer;
import java.util.Locale;

/** Whether a word stands in a text: by its characters in Chinese, between word borders elsewhere. */
public final class Mentions {
    private static final Memo SPACED = new Memo(Mentions::spaced);

    private Mentions() {}

    public static boolean in(String text, String word) {
        var wanted = SPACED.of(word);
        return !wanted.isBlank() && SPACED.of(text).contains(wanted);
    }

    /** Folded, each Chinese character and each other word with blanks around it. */
    private static String spaced(String text) {
        var plain = Han.simplified(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replace("’", "");
        var spaced = new StringBuilder(" ");
        plain.codePoints().forEach(c -> {
            if (Han.isHan(c)) {
                spaced.append(spaced.charAt(spaced.length() - 1) == ' ' ? "" : " ")
                        .appendCodePoint(c)
                        .append(' ');
            } else if (Character.isLetterOrDigit(c)) {
                spaced.appendCodePoint(c);
            } else if (spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        });
        return spaced.charAt(spaced.length() - 1) == ' '
                ? spaced.toString()
                : spaced.append(' ').toString();
    }
}
