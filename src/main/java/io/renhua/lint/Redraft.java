package io.renhua.lint;

import io.renhua.text.Han;
import io.renhua.text.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text as it may stand once a rule was heeded, where enough of it is left to be read. */
final class Redraft {
    private static final Pattern PAUSE = Pattern.compile("[，,；;](?!\\d)");
    private static final Pattern GOES_ON = Pattern.compile("(?i)^(還是|还是|或|又或|那|or\\b|and\\b)");
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{Z}\\s]*");

    private Redraft() {}

    /** Its other sentences. */
    static Optional<String> without(Predicate<String> wrong, String text) {
        var left = Sentences.of(text).stream().filter(wrong.negate()).collect(Collectors.joining());
        return left.isBlank() || left.strip().equals(text.strip()) ? Optional.empty() : Optional.of(left.strip());
    }

    /** The same without the sentences that hold one of these words. */
    static Optional<String> withoutSentencesOf(List<String> words, String text) {
        return without(sentence -> words.stream().anyMatch(sentence::contains), text);
    }

    /** It with a word taken out, and whatever only belonged to that word. */
    static Optional<String> withoutWord(String word, String text) {
        var place = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        if (!place.find()) {
            return Optional.empty();
        }
        var before = text.substring(0, place.start());
        var after = text.substring(place.end());
        var left = isLatin(word) ? latin(before, after) : before + after.replaceFirst("^[的地，、]", "");
        return MARKS.matcher(left).matches() ? Optional.empty() : Optional.of(left.strip());
    }

    /** A sentence of it cut in two at the pause nearest to the middle. */
    static Optional<String> inTwo(String sentence, String text) {
        int at = text.indexOf(sentence);
        int middle = sentence.length() / 2;
        return PAUSE.matcher(sentence)
                .results()
                .map(match -> match.start())
                .filter(pause -> !insideAGap(sentence, pause))
                .min((one, other) -> Integer.compare(Math.abs(one - middle), Math.abs(other - middle)))
                .filter(pause -> at >= 0)
                .map(pause -> text.substring(0, at)
                        + stopped(sentence.substring(0, pause), sentence.substring(pause + 1))
                        + text.substring(at + sentence.length()));
    }

    /** Its last question that stands by itself, with whatever it says besides. */
    static Optional<String> withOneQuestion(String text) {
        var asked = Sentences.of(text).stream().filter(Redraft::asks).toList();
        var kept = asked.reversed().stream()
                .filter(question -> !GOES_ON.matcher(question).find())
                .findFirst();
        return kept.flatMap(question -> without(each -> asks(each) && !each.equals(question), text));
    }

    private static boolean asks(String sentence) {
        return sentence.matches("(?s).*[?？].*");
    }

    private static boolean insideAGap(String sentence, int at) {
        return sentence.lastIndexOf('{', at) > sentence.lastIndexOf('}', at);
    }

    private static String stopped(String first, String second) {
        boolean chinese = !first.isEmpty() && Han.isHan(first.charAt(first.length() - 1));
        return chinese ? first + "。" + second.stripLeading() : first + ". " + capitalised(second.strip());
    }

    private static String latin(String before, String after) {
        if (before.isBlank() || Sentences.ended(before)) {
            return before + capitalised(after.replaceFirst("^[,;:]?\\s*", ""));
        }
        boolean touches = after.matches("(?s)[\\p{P}\\s].*") || after.isEmpty();
        return articled(touches ? before.stripTrailing() + after : before + after);
    }

    /** A good bag that was an awesome one. */
    static String articled(String text) {
        return text.replaceAll("\\b([Aa])n (?=[b-df-hj-np-tv-z])", "$1 ").replaceAll("\\b([Aa]) (?=[aeiou])", "$1n ");
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static boolean isLatin(String word) {
        return !word.isEmpty() && word.charAt(0) < 0x250;
    }
}
