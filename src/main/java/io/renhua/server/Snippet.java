package io.renhua.server;

import io.renhua.text.Fold;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** The part of a bubble in which somebody sees why it was found. */
final class Snippet {
    private static final int BEFORE = 24;
    private static final int LONGEST = 240;

    private final String text;
    private final StringBuilder plain = new StringBuilder();
    /** For each character of the plain text the place of the one that it comes from. */
    private final List<Integer> from = new ArrayList<>();

    private Snippet(String text) {
        this.text = text;
        for (int at = 0; at < text.length(); ) {
            int next = text.offsetByCodePoints(at, 1);
            var folded = Fold.plain(text.substring(at, next));
            for (int i = 0; i < folded.length(); i++) {
                from.add(at);
            }
            plain.append(folded);
            at = next;
        }
    }

    /** A stretch of the text that is looked for throughout, or nowhere. */
    record Part(String text, boolean marked) {}

    /** @param words without width, case and script */
    static List<Part> of(String text, Collection<String> words) {
        return new Snippet(text).parts(words);
    }

    private List<Part> parts(Collection<String> words) {
        var marked = marked(words);
        int first = marked.nextSetBit(0);
        int begin = first <= BEFORE ? 0 : whole(first - BEFORE);
        int end = Math.min(text.length(), begin + LONGEST);
        var parts = new ArrayList<Part>();
        for (int at = begin; at < end; ) {
            boolean isMarked = marked.get(at);
            int until = isMarked ? marked.nextClearBit(at) : marked.nextSetBit(at);
            until = until < 0 ? end : Math.min(until, end);
            parts.add(new Part((at == begin && begin > 0 ? "… " : "") + text.substring(at, until), isMarked));
            at = until;
        }
        return parts;
    }

    private BitSet marked(Collection<String> words) {
        var marked = new BitSet();
        for (var word : words) {
            for (int at = plain.indexOf(word); at >= 0 && !word.isEmpty(); at = plain.indexOf(word, at + 1)) {
                int last = from.get(at + word.length() - 1);
                marked.set(from.get(at), text.offsetByCodePoints(last, 1));
            }
        }
        return marked;
    }

    /** Not in the middle of a character of two. */
    private int whole(int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }
}
