package io.renhua.text;

import com.ibm.icu.text.Transliterator;

/** Traditional and simplified Chinese characters, by ICU's tables. */
public final class Han {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    private static final char[] SIMPLIFIED = table("Traditional-Simplified");
    private static final char[] TRADITIONAL = table("Simplified-Traditional");

    private Han() {}

    /** Every traditional character of the basic plane replaced by its simplified one. */
    public static String simplified(String text) {
        return mapped(text, SIMPLIFIED);
    }

    /** Every simplified character of the basic plane replaced by its usual traditional one; a first draft only. */
    public static String traditional(String text) {
        return mapped(text, TRADITIONAL);
    }

    /** The same for one character of the basic plane. */
    public static char simplified(char character) {
        return SIMPLIFIED[character];
    }

    /** The same for one character of the basic plane. */
    public static char traditional(char character) {
        return TRADITIONAL[character];
    }

    public static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    private static String mapped(String text, char[] table) {
        var characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = table[characters[i]];
        }
        return new String(characters);
    }

    private static char[] table(String transform) {
        var table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        var transliterator = Transliterator.getInstance(transform);
        for (var range : transliterator.getSourceSet().ranges()) {
            for (int c = Math.max(range.codepoint, FIRST); c <= Math.min(range.codepointEnd, LAST); c++) {
                var image = transliterator.transliterate(String.valueOf((char) c));
                table[c] = image.length() == 1 ? image.charAt(0) : (char) c;
            }
        }
        return table;
    }
}
