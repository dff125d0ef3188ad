package io.renhua.text;

import java.text.Normalizer;
import java.util.Locale;

/** Loose equality: what a person would call the same words. */
public final class Fold {
    private static final Memo KEYS = new Memo(Fold::work);

    private Fold() {}

    /** Width, case, script and everything that is no letter, digit or symbol taken away. */
    public static String key(String text) {
        return KEYS.of(text);
    }

    /** Width, case and script alone taken away; what stands between words stays. */
    public static String plain(String text) {
        return Han.simplified(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    private static String work(String text) {
        var plain = plain(text);
        var key = new StringBuilder(plain.length());
        plain.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
