package io.renhua.nlu;

import io.renhua.text.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Long names written with one slip: a letter mistaken, or inside the word one left out, put in or swapped with the next;
 * and English plurals. A slip is looked for only where three letters, or two characters, fit from one end of the name:
 * names are read from both ends, so each slip is behind such a beginning, and few names remain to try.
 */
final class Slips {
    /** Six Latin letters, or four Chinese characters; half of that must fit first. */
    private static final int LONG = 12;

    private static final int LONGEST = 60;

    private final NameTree forwards = new NameTree();
    private final NameTree backwards = new NameTree();

    void add(String name, String value) {
        var letters = gapped(name).strip();
        if (weight(letters) >= LONG && letters.length() <= LONGEST) {
            forwards.add(letters, value);
            backwards.add(reversed(letters), value);
        }
    }

    /** @param exact words of the dictionary that stand as they should: nothing that touches them is a slip */
    List<Span<String>> in(String text, List<Span<String>> exact) {
        if (forwards.branches().isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Span<String>>();
        var line = gapped(text);
        new Search(line, found::add).from(forwards);
        new Search(
                        reversed(line),
                        span -> found.add(
                                new Span<>(span.value(), text.length() - span.end(), text.length() - span.start())))
                .from(backwards);
        return Span.apart(unambiguous(found).stream()
                .filter(span -> exact.stream().noneMatch(span::overlaps))
                .toList());
    }

    /** What could be either of two values is neither. */
    private static List<Span<String>> unambiguous(List<Span<String>> found) {
        return found.stream()
                .distinct()
                .collect(Collectors.groupingBy(span -> Map.entry(span.start(), span.end())))
                .values()
                .stream()
                .filter(same -> same.size() == 1)
                .map(List::getFirst)
                .toList();
    }

    private static String gapped(String text) {
        var gapped = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            gapped.setCharAt(i, NameTree.isGap(text.charAt(i)) ? ' ' : text.charAt(i));
        }
        return gapped.toString();
    }

    private static String reversed(String text) {
        var reversed = new StringBuilder(text.length());
        for (int i = text.length() - 1; i >= 0; i--) {
            reversed.append(text.charAt(i));
        }
        return reversed.toString();
    }

    private static int weight(String letters) {
        return letters.chars().map(Slips::weight).sum();
    }

    private static int weight(int letter) {
        return Han.isHan(letter) ? 3 : Character.isLetter(letter) ? 2 : 0;
    }

    /** One reading of a text in one direction. */
    private record Search(String text, Consumer<Span<String>> found) {

        void from(NameTree names) {
            for (int start = 0; start < text.length(); start++) {
                if (Letters.isBorder(text, start)) {
                    untilSlip(names, start);
                }
            }
        }

        private void untilSlip(NameTree names, int start) {
            int fitting = 0;
            var node = names;
            for (int at = start; node != null && at < text.length(); at++) {
                if (fitting >= LONG / 2) {
                    slip(node, start, at);
                }
                fitting += weight(text.charAt(at));
                node = node.after(text.charAt(at));
                if (node != null && node.value() != null && letter(at + 1) == 's' && Letters.isBorder(text, at + 2)) {
                    found.accept(new Span<>(node.value(), start, at + 2));
                }
            }
        }

        private void slip(NameTree node, int start, int at) {
            if (!Character.isLetter(letter(at))) {
                return; // a figure or a mark is no slip
            }
            afterwards(node, start, letter(at + 1), at + 2);
            node.branches().forEach((wanted, next) -> {
                if (wanted != letter(at) && Character.isLetter(wanted)) {
                    afterwards(next, start, letter(at), at + 1);
                    if (wanted == letter(at + 1)) {
                        afterwards(next, start, letter(at), at + 2);
                    }
                    if (Han.isHan(wanted) == Han.isHan(letter(at))) {
                        rest(next, start, at + 1);
                    }
                }
            });
        }

        private void afterwards(NameTree node, int start, char letter, int at) {
            var next = node.after(letter);
            if (next != null) {
                rest(next, start, at);
            }
        }

        /** Everything behind the slip must fit. */
        private void rest(NameTree after, int start, int from) {
            var node = after;
            for (int at = from; node != null; at++) {
                if (node.value() != null && Letters.isBorder(text, at)) {
                    found.accept(new Span<>(node.value(), start, at));
                }
                node = node.after(letter(at));
            }
        }

        private char letter(int at) {
            return at < text.length() ? text.charAt(at) : '\0';
        }
    }
}
