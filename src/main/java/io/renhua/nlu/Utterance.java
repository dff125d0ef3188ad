package io.renhua.nlu;

import io.renhua.text.Han;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A sentence as the models see it: width, case and script folded, and cut into tokens where the script changes. Every
 * Han or kana character and every emoji is a token of its own, so no segmenter decides what a Chinese sentence means.
 */
final class Utterance {
    /** People say what they mean in less; the rest of a flood is not looked at. */
    private static final int LONGEST = 1000;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[\\w.-]{1,40}}");
    private static final int JOINER = 0x200D;

    private final int[] points;
    private final boolean gap;
    private int tokens;
    private int[] starts = new int[16];
    private int[] ends = new int[16];

    private Utterance(int[] points, boolean gap) {
        this.points = points;
        this.gap = gap;
        for (int at = 0; at < points.length; ) {
            int end = endOfToken(at);
            if (end > at) {
                add(at, end);
            }
            at = Math.max(end, at + 1);
        }
    }

    static Utterance of(String text) {
        return new Utterance(folded(text), false);
    }

    /** An operator's sentence: what stands in braces is a gap that any value may fill. */
    static Utterance ofExample(String text) {
        var gaps = PLACEHOLDER.matcher(head(text));
        return gaps.find() ? new Utterance(folded(gaps.replaceAll(" ")), true) : of(text);
    }

    boolean hasGap() {
        return gap;
    }

    int tokens() {
        return tokens;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    int point(int at) {
        return points[at];
    }

    boolean isIdeograph(int token) {
        return standsAlone(points[starts[token]]);
    }

    int[] points(int token) {
        return Arrays.copyOfRange(points, starts[token], ends[token]);
    }

    /** The same with another word in the place of one. */
    Utterance with(int token, int[] word) {
        var changed = new int[points.length - (ends[token] - starts[token]) + word.length];
        System.arraycopy(points, 0, changed, 0, starts[token]);
        System.arraycopy(word, 0, changed, starts[token], word.length);
        System.arraycopy(points, ends[token], changed, starts[token] + word.length, points.length - ends[token]);
        return new Utterance(changed, gap);
    }

    String word(int token) {
        return new String(points, starts[token], ends[token] - starts[token]);
    }

    /** The same for sentences that differ in nothing we look at. */
    long fingerprint() {
        long hash = tokens;
        for (int token = 0; token < tokens; token++) {
            hash = Mix.step(hash, ' ');
            for (int at = starts[token]; at < ends[token]; at++) {
                hash = Mix.step(hash, points[at]);
            }
        }
        return hash;
    }

    private void add(int start, int end) {
        if (tokens == starts.length) {
            starts = Arrays.copyOf(starts, 2 * tokens);
            ends = Arrays.copyOf(ends, 2 * tokens);
        }
        starts[tokens] = start;
        ends[tokens++] = end;
    }

    private int endOfToken(int at) {
        int first = points[at];
        if (standsAlone(first)) {
            return at + 1;
        }
        if (isEmoji(first)) {
            return endOfEmoji(at);
        }
        return isWord(first) || startsClitic(at) ? endOfWord(at + 1) : at;
    }

    private int endOfWord(int at) {
        int end = at;
        while (end < points.length && isWord(points[end]) && !standsAlone(points[end])) {
            end++;
        }
        return end;
    }

    /** A family is four people and three joiners, and one emoji. */
    private int endOfEmoji(int at) {
        int end = at + 1;
        while (end + 1 < points.length && points[end] == JOINER && isEmoji(points[end + 1])) {
            end += 2;
        }
        return end;
    }

    /** The {@code 's} of {@code what's}. */
    private boolean startsClitic(int at) {
        return points[at] == '\''
                && at > 0
                && Character.isLetter(points[at - 1])
                && at + 1 < points.length
                && Character.isLetter(points[at + 1])
                && !standsAlone(points[at + 1]);
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F;
    }

    private static boolean isSkinTone(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }

    private static boolean isEmoji(int c) {
        return Character.getType(c) == Character.OTHER_SYMBOL;
    }

    static boolean standsAlone(int c) {
        return c >= 0x2E80 && (Character.isIdeographic(c) || isKana(c));
    }

    private static boolean isKana(int c) {
        return c >= 0x3041 && c <= 0x30FF && Character.isLetter(c);
    }

    private static int[] folded(String text) {
        var plain = Normalizer.normalize(head(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return RegionalWords.fold(Han.simplified(plain))
                .replace('\u2019', '\'')
                .codePoints()
                .filter(c -> !isVariationSelector(c) && !isSkinTone(c))
                .limit(LONGEST)
                .toArray();
    }

    private static String head(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
