package io.renhua.nlu;

import io.renhua.text.Han;

/**
 * An utterance folded letter by letter, so that every place in it is the same place in the original: full width made
 * half, {@code folded} besides in lower case and simplified.
 */
record Letters(String original, String plain, String folded) {
    /** Nobody spells out a value behind more words than these. */
    private static final int LONGEST = 2000;

    static Letters of(String utterance) {
        var original = utterance.length() <= LONGEST ? utterance : utterance.substring(0, LONGEST);
        var plain = new StringBuilder(original.length());
        var folded = new StringBuilder(original.length());
        for (int i = 0; i < original.length(); i++) {
            char c = halfWidth(original.charAt(i));
            plain.append(c);
            folded.append(fold(c));
        }
        return new Letters(original, plain.toString(), folded.toString());
    }

    static char fold(char c) {
        return Character.toLowerCase(Han.simplified(halfWidth(c)));
    }

    /** Whether a value may start or end between two characters: not inside a Latin word or a number. */
    static boolean isBorder(CharSequence text, int at) {
        return at == 0 || at == text.length() || !(isWord(text.charAt(at - 1)) && isWord(text.charAt(at)));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) && c < 0x2E80;
    }

    private static char halfWidth(char c) {
        if (c == '\u3000') {
            return ' ';
        }
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
    }
}
