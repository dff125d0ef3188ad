package io.renhua.nlu;

import io.renhua.nlu.Feeling.Mood;
import io.renhua.text.Han;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words that tell of a feeling, folded: simplified and lower case. */
final class FeelingWords {
    private final Map<Character, List<Word>> words; // by their first character, the longest first

    private FeelingWords(Stream<Word> words) {
        this.words = words.sorted(
                        Comparator.comparingInt((Word word) -> word.text().length())
                                .reversed())
                .collect(Collectors.groupingBy(word -> word.text().charAt(0)));
    }

    /** @param weight from -3 to 3; 0 for a word that only looks like one */
    record Word(String text, double weight, Mood mood) {}

    static FeelingWords bundled() {
        try (var file = Objects.requireNonNull(FeelingWords.class.getResourceAsStream("feelings.tsv"))) {
            return new FeelingWords(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(FeelingWords::word));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Word word(String line) {
        var columns = line.split("\t");
        var mood = columns[2].equals("-") ? Mood.CALM : Mood.valueOf(columns[2].toUpperCase(Locale.ROOT));
        return new Word(columns[0], Double.parseDouble(columns[1]), mood);
    }

    /** The longest word that begins here; a Latin one only where it begins and ends as a word. */
    @Nullable
    Word longestAt(String text, int at) {
        for (var word : words.getOrDefault(text.charAt(at), List.of())) {
            if (text.startsWith(word.text(), at)
                    && standsAlone(text, at, at + word.text().length())) {
                return word;
            }
        }
        return null;
    }

    private static boolean standsAlone(String text, int at, int end) {
        return !(joins(text, at - 1) && joins(text, at)) && !(joins(text, end - 1) && joins(text, end));
    }

    private static boolean joins(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at)) && !Han.isHan(text.charAt(at));
    }
}
