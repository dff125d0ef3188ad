package io.renhua.nlu;

import java.util.List;

/** Reads numbers in English words: thirty-two, two hundred and five, a dozen. */
final class EnglishNumber {
    private static final List<String> ONES = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private static final String WORD = "(?:" + String.join("|", ONES.reversed()) + "|" + String.join("|", TENS)
            + "|hundred|thousand|million|dozen)";

    /** Words joined by blanks, hyphens and 'and'. */
    static final String WRITTEN = "\\b" + WORD + "(?:(?:[ -]| and )" + WORD + ")*\\b";

    private EnglishNumber() {}

    static long of(String written) {
        long total = 0;
        long section = 0;
        for (var word : written.split("[ -]+")) {
            switch (word) {
                case "hundred" -> section = Math.max(section, 1) * 100;
                case "dozen" -> section = Math.max(section, 1) * 12;
                case "thousand" -> {
                    total += Math.max(section, 1) * 1_000;
                    section = 0;
                }
                case "million" -> {
                    total += Math.max(section, 1) * 1_000_000;
                    section = 0;
                }
                default -> section += small(word);
            }
        }
        return total + section;
    }

    private static long small(String word) {
        int ten = TENS.indexOf(word);
        return ten >= 0 ? 10L * (ten + 2) : Math.max(ONES.indexOf(word), 0);
    }
}
