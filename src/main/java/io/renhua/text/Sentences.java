package io.renhua.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds where sentences end, in Chinese and English, so that nothing need be cut within one. */
public final class Sentences {
    private static final String ENDS = "。！？｡";
    private static final String ENDS_BEFORE_A_GAP = ".!?…⋯";
    private static final String CLOSERS = "」』”’）)]】》\"'";
    private static final Set<String> SHORTENED =
            Set.of("mr", "mrs", "ms", "dr", "st", "no", "vs", "prof", "e.g", "i.e", "etc");

    private Sentences() {}

    /** The sentences, each with its marks and the blanks after it: put together they are the text. */
    public static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsAt(text, i)) {
                int end = pastMarks(text, i);
                sentences.add(text.substring(start, end));
                start = end;
                i = end - 1;
            }
        }
        if (start < text.length()) {
            sentences.add(text.substring(start));
        }
        return List.copyOf(sentences);
    }

    /** Whether a text stops at the end of a sentence. */
    public static boolean ended(String text) {
        var plain = text.stripTrailing();
        int last = plain.length() - 1;
        while (last >= 0 && CLOSERS.indexOf(plain.charAt(last)) >= 0) {
            last--;
        }
        return last >= 0 && (ENDS + ENDS_BEFORE_A_GAP).indexOf(plain.charAt(last)) >= 0;
    }

    private static boolean endsAt(String text, int at) {
        char mark = text.charAt(at);
        if (mark == '\n' || ENDS.indexOf(mark) >= 0) {
            return true;
        }
        return ENDS_BEFORE_A_GAP.indexOf(mark) >= 0 && gapFollows(text, at) && !(mark == '.' && shortens(text, at));
    }

    /** An ASCII mark inside an address, a number or a name ends nothing. */
    private static boolean gapFollows(String text, int at) {
        int next = at + 1;
        while (next < text.length()
                && (CLOSERS.indexOf(text.charAt(next)) >= 0 || ENDS_BEFORE_A_GAP.indexOf(text.charAt(next)) >= 0)) {
            next++;
        }
        char mark = text.charAt(at);
        return next == text.length()
                || Character.isWhitespace(text.charAt(next))
                || ((mark == '!' || mark == '?') && Han.isHan(text.charAt(next)));
    }

    private static boolean shortens(String text, int dot) {
        int start = dot;
        while (start > 0 && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        return dot < text.length() - 1
                && SHORTENED.contains(text.substring(start, dot).toLowerCase(Locale.ROOT));
    }

    private static int pastMarks(String text, int at) {
        int end = at + 1;
        while (end < text.length()
                && (ENDS + ENDS_BEFORE_A_GAP + CLOSERS).indexOf(text.charAt(end)) >= 0
                && text.charAt(at) != '\n') {
            end++;
        }
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
