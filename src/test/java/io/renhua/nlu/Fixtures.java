package io.renhua.nlu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the tests of understanding read: a shop's sentences and what else people say. */
final class Fixtures {
    private Fixtures() {}

    static Stream<String> lines(String file) {
        try (var in = Objects.requireNonNull(Fixtures.class.getResourceAsStream("/nlu/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** Sentences under their intents in square brackets. */
    static List<Example> examples(String file) {
        var examples = new ArrayList<Example>();
        var intent = "";
        for (var line : lines(file).toList()) {
            if (line.startsWith("[")) {
                intent = line.substring(1, line.length() - 1);
            } else {
                examples.add(new Example(line, intent));
            }
        }
        return examples;
    }

    static List<String> hostile() {
        var planes = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c += 997) {
            planes.appendCodePoint(c);
        }
        return List.of(
                "",
                " \t\n\u0000",
                "\uD83D",
                "\uDE00\uD83D",
                "a".repeat(64_000),
                "好".repeat(64_000),
                "1".repeat(64_000),
                "十".repeat(64_000),
                "一百".repeat(30_000),
                "9/9/9/".repeat(10_000),
                "e" + "\u0301".repeat(64_000),
                "\uFDFA".repeat(30_000),
                "\u202Eabc\u202C\u200F\u2066",
                "{order_no}",
                "👨‍👩‍👧😀🏽\uFE0F",
                "99999999999999999999月99日",
                planes.toString());
    }
}
