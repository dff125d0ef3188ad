package io.renhua.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text as a word is looked for in it that may be dressed up: width, case, script, digits and separators are folded away.
 * A word is found where it stands whole: 口交 is none in 路口交通, for there it joins the ends of two others.
 */
public final class FoldedText {
    private static final String NUMERALS = "零一二三四五六七八九";
    /** Characters that may be the ends of two other words; three together are too rare for that. */
    private static final int SHORT = 2;

    private static final String STOPS = "。！？!?；;，,\n";

    private final StringBuilder words = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final BitSet afterGap = new BitSet();
    private final String plain;
    private @Nullable BreakIterator borders;

    private FoldedText(String text) {
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int next = text.offsetByCodePoints(at, 1);
            take(text.substring(at, next), at, next);
        }
        this.plain = plain(words);
    }

    public static FoldedText of(String text) {
        return new FoldedText(text);
    }

    /** A word as {@link #find} wants it. */
    public static String folded(String word) {
        return of(word).plain;
    }

    /** Where something stands in the text as it was written; the end is exclusive. */
    public record Place(int from, int until) {
        public boolean covers(Place other) {
            return from <= other.from && until >= other.until;
        }
    }

    /** Everywhere that a word, folded itself, stands whole. */
    public List<Place> find(String folded) {
        List<Place> found = new ArrayList<>();
        for (int at = at(folded, 0); at >= 0; at = at(folded, at + 1)) {
            int until = at + folded.length();
            if (beginsWhole(at, until) && endsWhole(at, until)) {
                found.add(new Place(starts.get(at), ends.get(until - 1)));
            }
        }
        return found;
    }

    private int at(String folded, int from) {
        return folded.isEmpty() ? -1 : plain.indexOf(folded, from);
    }

    private void take(String character, int from, int until) {
        var folded = Han.simplified(Normalizer.normalize(character, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            boolean word = Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '%';
            if (word || STOPS.indexOf(c) >= 0) {
                words.append(word ? c : '\n');
                starts.add(from);
                ends.add(until);
            } else {
                afterGap.set(words.length());
            }
        }
    }

    private static String plain(CharSequence words) {
        var plain = new StringBuilder(words);
        for (int i = 0; i < plain.length(); i++) {
            int digit = NUMERALS.indexOf(plain.charAt(i));
            if (digit >= 0) {
                plain.setCharAt(i, (char) ('0' + digit));
            }
        }
        return plain.toString();
    }

    private boolean beginsWhole(int from, int until) {
        if (from == 0 || isBorder(from)) {
            return true;
        }
        return !latin(from) && (until - from > SHORT || borders().following(from) >= until);
    }

    private boolean endsWhole(int from, int until) {
        if (until == words.length() || isBorder(until)) {
            return true;
        }
        return !latin(until) && (until - from > SHORT || borders().preceding(until) <= from);
    }

    private boolean isBorder(int at) {
        return latin(at) ? afterGap.get(at) : borders().isBoundary(at);
    }

    /** Whether no Chinese character stands on either side, so that only a gap parts words. */
    private boolean latin(int at) {
        return isLatin(words.charAt(at - 1)) && isLatin(words.charAt(at));
    }

    private static boolean isLatin(char c) {
        return Character.isLetterOrDigit(c) && !Han.isHan(c);
    }

    private BreakIterator borders() {
        if (borders == null) {
            borders = BreakIterator.getWordInstance(ULocale.CHINESE);
            borders.setText(words.toString());
        }
        return borders;
    }
}
