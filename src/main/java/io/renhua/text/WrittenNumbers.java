package io.renhua.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Order numbers, phone numbers, mail addresses: what people know something by, whole, however they write it. Spaces, dashes,
 * width and case are nothing to them: {@code ＳＰ 2024-0001} is {@code sp20240001}, and {@code 20240001} too.
 */
public final class WrittenNumbers {
    private static final Pattern MAIL = Pattern.compile("[a-z0-9._%+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
    /** Letters and digits with at most a sign between them, which is no space. */
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:[._/\\-\\u2010-\\u2015\\u2212][a-z0-9]+)*");

    private static final Pattern PREFIX = Pattern.compile("[a-z]{1,4}");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]");
    private static final int DIGITS = 3;
    private static final int LONGEST = 80;
    /** Of so many groups at most, parted by spaces. */
    private static final int GROUPS = 6;

    private WrittenNumbers() {}

    /** What somebody looks for, as {@link #in} has it; empty where it is no number. */
    public static String asked(String typed) {
        var plain = Fold.plain(typed).strip();
        var number =
                MAIL.matcher(plain).matches() ? plain : BETWEEN.matcher(plain).replaceAll("");
        return isNumber(number) || MAIL.matcher(number).matches() ? number : "";
    }

    /** Every number that a text may be said to hold. */
    public static Set<String> in(String text) {
        var plain = Fold.plain(text);
        if (plain.chars().noneMatch(c -> c == '@' || isDigit(c))) {
            return Set.of();
        }
        Set<String> numbers = MAIL.matcher(plain)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (var sentence : sentences(plain)) {
            for (int from = 0; from < sentence.size(); from++) {
                take(numbers, sentence.subList(from, Math.min(sentence.size(), from + GROUPS)));
            }
        }
        numbers.removeIf(number -> number.length() > LONGEST);
        return numbers;
    }

    /** Words that only a single space parts, in their order. */
    private static List<List<String>> sentences(String plain) {
        var sentences = new ArrayList<List<String>>();
        int end = -1;
        for (var found = WORD.matcher(plain); found.find(); end = found.end()) {
            if (sentences.isEmpty() || found.start() != end + 1 || plain.charAt(end) != ' ') {
                sentences.add(new ArrayList<>());
            }
            sentences.getLast().add(BETWEEN.matcher(found.group()).replaceAll(""));
        }
        return sentences;
    }

    /** What the first word begins, alone and with those after it. */
    private static void take(Set<String> numbers, List<String> words) {
        var number = new StringBuilder();
        for (var word : words) {
            boolean begins = number.isEmpty() && PREFIX.matcher(word).matches();
            if (!begins && word.chars().noneMatch(WrittenNumbers::isDigit)) {
                return;
            }
            number.append(word);
            add(numbers, number.toString());
        }
    }

    /** With the letters that it begins with, and without. */
    private static void add(Set<String> numbers, String number) {
        if (isNumber(number)) {
            numbers.add(number);
            int letters = 0;
            while (!isDigit(number.charAt(letters))) {
                letters++;
            }
            numbers.add(number.substring(letters));
        }
    }

    private static boolean isNumber(String plain) {
        return plain.chars().filter(WrittenNumbers::isDigit).count() >= DIGITS;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
