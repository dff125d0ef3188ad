package io.renhua.nlu;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** A number as people write it, in figures, in Chinese or in English. */
final class Numeral {
    private static final Map<Character, String> FRACTIONS =
            Map.of('½', "0.5", '¼', "0.25", '¾', "0.75", '⅓', "0.333333", '⅔', "0.666667");
    private static final Map<Character, Integer> SHORT = Map.of('k', 1_000, 'w', 10_000);

    private Numeral() {}

    /** @param written what the pieces N, ZH, EN or FIG of {@link Pieces} match */
    static BigDecimal of(String written) {
        var number = written.strip();
        if (number.equals("半")) {
            return new BigDecimal("0.5");
        }
        if (number.chars().allMatch(c -> c < 128 || FRACTIONS.containsKey((char) c))) {
            return EnglishNumber.of(number);
        }
        return ChineseNumber.of(number.replace(" ", ""));
    }

    /** The normal form: plain digits, no zeros that say nothing. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static boolean isFigure(char c) {
        return Character.isDigit(c) || c == '.' || FRACTIONS.containsKey(c);
    }

    static int whole(String written) {
        return of(written).intValueExact();
    }

    /** Figures of one word: 1,200, .5, 1.5k, 3/4, 1½. */
    static BigDecimal figures(String word) {
        char last = word.charAt(word.length() - 1);
        var rest = word.substring(0, word.length() - 1);
        if (FRACTIONS.containsKey(last)) {
            return new BigDecimal(FRACTIONS.getOrDefault(last, "0"))
                    .add(rest.isEmpty() ? BigDecimal.ZERO : figures(rest));
        }
        if (SHORT.containsKey(last)) {
            return figures(rest).multiply(BigDecimal.valueOf(SHORT.getOrDefault(last, 1)));
        }
        int slash = word.indexOf('/');
        return slash < 0
                ? new BigDecimal(word.replace(",", ""))
                : new BigDecimal(word.substring(0, slash))
                        .divide(new BigDecimal(word.substring(slash + 1)), 6, RoundingMode.HALF_UP);
    }
}
