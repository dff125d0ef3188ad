package io.renhua.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Counts what a reader sees, and cuts where a reader would. */
public final class Measure {
    private Measure() {}

    /** How many characters a reader sees: an emoji of five code points is one. */
    public static int graphemes(String text) {
        var borders = BreakIterator.getCharacterInstance(ULocale.ROOT);
        borders.setText(text);
        int count = 0;
        while (borders.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    /** How many columns of a terminal a text takes: a Han character takes two. */
    public static int columns(String text) {
        return text.codePoints()
                .map(point -> switch (UCharacter.getIntPropertyValue(point, UProperty.EAST_ASIAN_WIDTH)) {
                    case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 2;
                    default -> 1;
                })
                .sum();
    }

    /** How many emoji a reader sees; digits and marks that could be shown as emoji are none. */
    public static int emoji(String text) {
        return emojiIn(text).size();
    }

    /** The same, each as it stands there. */
    public static List<String> emojiIn(String text) {
        var borders = BreakIterator.getCharacterInstance(ULocale.ROOT);
        borders.setText(text);
        var found = new ArrayList<String>();
        int start = 0;
        for (int end = borders.next(); end != BreakIterator.DONE; end = borders.next()) {
            var seen = text.substring(start, end);
            if (pictured(seen)) {
                found.add(seen);
            }
            start = end;
        }
        return List.copyOf(found);
    }

    /** The longest beginning of whole words that takes no more UTF-16 units; empty when the first word does not fit. */
    public static String wordsWithin(String text, int units) {
        if (text.length() <= units) {
            return text;
        }
        var borders = BreakIterator.getWordInstance(ULocale.ROOT);
        borders.setText(text);
        int cut = units < 1 ? 0 : borders.isBoundary(units) ? units : borders.preceding(units);
        return text.substring(0, Math.max(cut, 0)).strip();
    }

    /**
     * How many screens of a phone some bubbles fill, by an estimate.
     *
     * @param line how many characters stand on one line
     * @param screen how many lines stand on one screen
     */
    public static int screens(List<String> bubbles, int line, int screen) {
        int lines = bubbles.stream()
                .flatMap(String::lines)
                .mapToInt(each -> ceiling(graphemes(each), line))
                .sum();
        return ceiling(lines, screen);
    }

    private static int ceiling(int all, int each) {
        return (all + each - 1) / each;
    }

    private static boolean pictured(String grapheme) {
        for (int i = 0; i < grapheme.length(); i += Character.charCount(grapheme.codePointAt(i))) {
            if (Character.isEmojiPresentation(grapheme.codePointAt(i)) || grapheme.charAt(i) == '\uFE0F') {
                return true;
            }
        }
        return false;
    }
}
