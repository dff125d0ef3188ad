package io.renhua.nlu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What people say when they talk of something else. A persona never learns these as an intent: they only show its judge
 * what scores foreign sentences reach, and those that sound like the persona's own business are left out.
 */
final class Elsewhere {
    private static final double TOO_NEAR = 0.5;
    private static final List<Utterance> SENTENCES = read();

    private Elsewhere() {}

    static List<Row> rows(TrainingSet set) {
        var own = Vocabulary.of(set);
        return SENTENCES.stream()
                .map(sentence -> set.weights().row(Grams.of(sentence)))
                .filter(row -> own.knownPairs(row) < TOO_NEAR)
                .toList();
    }

    private static List<Utterance> read() {
        try (var in = Objects.requireNonNull(Elsewhere.class.getResourceAsStream("elsewhere.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Utterance::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading our own elsewhere.txt", e);
        }
    }
}
