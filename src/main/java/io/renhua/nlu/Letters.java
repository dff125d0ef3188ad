package io.renhua.nlu;

import io.renhua.text.Han;
import java.text.Normalizer;

/**
 * An utterance folded so that what reads alike is alike, each letter knowing its place in the original: {@code plain} in
 * one width and composed, {@code folded} besides in lower case, simplified and without accents.
 */
final class Letters {
    /** Nobody spells out a value behind more words than these. */
    private static final int LONGEST = 2000;

    private static final int MOST_MARKS = 3;
    private static final int WIDEST = 4;
    private static final String ALIKE = "’'‘'`'−-–-‐-‑-";

    private final String original;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder folded = new StringBuilder();
    private final int[] starts;
    private final int[] ends;

    private Letters(String original) {
        this.original = original;
        this.starts = new int[Math.min(original.length() * WIDEST, LONGEST + WIDEST)];
        this.ends = new int[starts.length];
        for (int at = 0; at < original.length() && plain.length() < LONGEST; ) {
            at = read(at);
        }
    }

    static Letters of(String utterance) {
        return new Letters(utterance.length() <= LONGEST ? utterance : utterance.substring(0, LONGEST));
    }

    String plain() {
        return plain.toString();
    }

    String folded() {
        return folded.toString();
    }

    /** The words as they were written. */
    String original(int start, int end) {
        return original.substring(starts[start], ends[end - 1]);
    }

    /** A value found between two places of the folded text. */
    Entity entity(String name, String value, int start, int end) {
        return new Entity(name, value, starts[start], ends[end - 1]);
    }

    /** Whether a value may start or end between two characters: not inside a Latin word or a number. */
    static boolean isBorder(CharSequence text, int at) {
        return at == 0 || at == text.length() || !(isWord(text.charAt(at - 1)) && isWord(text.charAt(at)));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) && c < 0x2E80;
    }

    /** A character with its marks; signs that are not seen, and marks on nothing, are passed over. */
    private int read(int start) {
        int character = original.codePointAt(start);
        int end = start + Character.charCount(character);
        int composed = end;
        for (int marks = 0; end < original.length() && isMark(original.codePointAt(end)); marks++) {
            end += Character.charCount(original.codePointAt(end));
            composed = marks < MOST_MARKS ? end : composed;
        }
        if (isSimple(character) && end == start + 1) {
            add((char) character, start, end);
        } else if (!isMark(character) && Character.getType(character) != Character.FORMAT) {
            for (char c : shape(original.substring(start, composed)).toCharArray()) {
                add(c, start, end);
            }
        }
        return end;
    }

    private static boolean isSimple(int c) {
        return (c >= ' ' && c < 0x7F) || (c >= 0x4E00 && c < 0xA000);
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** One width and composed; what would become a sentence, or a fraction of two numbers, stays as it is. */
    private static String shape(String cluster) {
        var shaped = Normalizer.normalize(cluster, Normalizer.Form.NFKC);
        return shaped.isEmpty() || shaped.length() > WIDEST || shaped.indexOf('\u2044') >= 0
                ? cluster.substring(0, Character.charCount(cluster.codePointAt(0)))
                : shaped;
    }

    private void add(char c, int start, int end) {
        if (isMark(c) && !plain.isEmpty()) {
            return; // what could not be composed
        }
        starts[plain.length()] = start;
        ends[plain.length()] = end;
        int alike = ALIKE.indexOf(c);
        char shown = Character.isWhitespace(c) ? ' ' : alike >= 0 ? ALIKE.charAt(alike | 1) : c;
        plain.append(shown);
        folded.append(Character.toLowerCase(Han.simplified(unaccented(shown))));
    }

    private static char unaccented(char c) {
        boolean latin = (c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00);
        return latin
                ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0)
                : c;
    }
}
