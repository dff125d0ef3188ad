package io.renhua.nlu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What Taipei, Hong Kong and Beijing call by different words, brought to one of them: folding characters alone makes 捷運
 * no 地铁. The words stand in {@code regional.txt}.
 */
final class RegionalWords {
    private static final Map<Character, List<Name>> BY_FIRST = read();

    private record Name(String said, String meant) {}

    private RegionalWords() {}

    /** @param simplified in lower case and simplified characters */
    static String fold(String simplified) {
        var folded = new StringBuilder(simplified.length());
        for (int at = 0; at < simplified.length(); ) {
            var name = nameAt(simplified, at);
            if (name.isPresent()) {
                folded.append(name.get().meant());
                at += name.get().said().length();
            } else {
                folded.append(simplified.charAt(at++));
            }
        }
        return folded.toString();
    }

    private static Optional<Name> nameAt(String text, int at) {
        return BY_FIRST.getOrDefault(text.charAt(at), List.of()).stream()
                .filter(name -> text.startsWith(name.said(), at))
                .findFirst();
    }

    /** The longest first, so that 为啥 is no 啥. */
    private static Map<Character, List<Name>> read() {
        var byFirst = new HashMap<Character, List<Name>>();
        try (var in = Objects.requireNonNull(RegionalWords.class.getResourceAsStream("regional.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(names -> {
                        for (int i = 1; i < names.length; i++) {
                            byFirst.computeIfAbsent(names[i].charAt(0), c -> new ArrayList<>())
                                    .add(new Name(names[i], names[0]));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("reading our own regional.txt", e);
        }
        byFirst.values()
                .forEach(names -> names.sort(
                        Comparator.comparingInt((Name name) -> name.said().length())
                                .reversed()));
        return byFirst;
    }
}
