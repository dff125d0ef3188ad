package io.renhua.connector;

import java.text.BreakIterator;
import java.util.Locale;

/** Labels and names, cut to what a platform takes without breaking what people see as one character. */
public final class Shortened {
    private Shortened() {}

    /** The text, or as much of it as fits with an ellipsis. */
    public static String to(int length, String text) {
        if (text.length() <= length) {
            return text;
        }
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.isBoundary(length - 1) ? length - 1 : characters.preceding(length - 1);
        return text.substring(0, end) + "…";
    }
}
