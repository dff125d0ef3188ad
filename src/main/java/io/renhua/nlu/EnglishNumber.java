package io.renhua.nlu;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads numbers in English words: thirty-two, two hundred and five, half a dozen, one and a half million, one point five. */
final class EnglishNumber {
    static final String ONES = "one|two|three|four|five|six|seven|eight|nine";

    private static final List<String> BELOW_TWENTY = List.of(
            ("zero|" + ONES + "|ten|eleven|twelve|thirteen|fourteen" + "|fifteen|sixteen|seventeen|eighteen|nineteen")
                    .split("\\|"));
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, BigDecimal> SCALES = Map.of(
            "thousand", new BigDecimal(1_000),
            "million", new BigDecimal(1_000_000),
            "billion", new BigDecimal(1_000_000_000));
    private static final Map<String, BigDecimal> TIMES = Map.of(
            "hundred", new BigDecimal(100),
            "dozen", new BigDecimal(12),
            "couple", new BigDecimal(2),
            "pair", new BigDecimal(2),
            "quarter", new BigDecimal("0.25"),
            "quarters", new BigDecimal("0.25"),
            "third", BigDecimal.ONE.divide(new BigDecimal(3), MathContext.DECIMAL64),
            "thirds", BigDecimal.ONE.divide(new BigDecimal(3), MathContext.DECIMAL64));
    private static final Map<String, BigDecimal> ADDED = added();

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal section = BigDecimal.ZERO;

    private EnglishNumber() {}

    /** @param written number words and figures; 'a', 'and' and 'of' between them count nothing, and alone they are one */
    static BigDecimal of(String written) {
        int point = (" " + written).indexOf(" point ");
        if (point >= 0) {
            var whole = written.substring(0, Math.max(point - 1, 0));
            return new BigDecimal((whole.isEmpty() ? "0" : of(whole).toPlainString()) + "."
                    + decimals(written.substring(point + "point ".length())));
        }
        var number = new EnglishNumber();
        for (var word : written.replace("half of", "half").split("[ -]+")) {
            number.take(word);
        }
        var sum = number.total.add(number.section);
        return sum.signum() == 0 && !written.startsWith("0") && !written.matches("zero|nought")
                ? BigDecimal.ONE
                : sum.setScale(Math.min(sum.scale(), 6), RoundingMode.HALF_UP);
    }

    private static String decimals(String words) {
        var digits = new StringBuilder();
        for (var word : words.split("[ -]+")) {
            digits.append(ADDED.getOrDefault(word, BigDecimal.ZERO).toPlainString());
        }
        return digits.toString();
    }

    private void take(String word) {
        if (SCALES.containsKey(word)) {
            total = total.add(atLeastOne().multiply(SCALES.getOrDefault(word, BigDecimal.ONE)));
            section = BigDecimal.ZERO;
        } else if (TIMES.containsKey(word)) {
            section = atLeastOne().multiply(TIMES.getOrDefault(word, BigDecimal.ONE));
        } else if (ADDED.containsKey(word)) {
            add(ADDED.getOrDefault(word, BigDecimal.ZERO));
        } else if (!word.isEmpty() && Numeral.isFigure(word.charAt(0))) {
            section = section.add(Numeral.figures(word));
        }
    }

    /** Twenty-one is a number, one twenty is none. */
    private void add(BigDecimal small) {
        var below = section.remainder(HUNDRED);
        boolean follows = below.signum() == 0
                || small.compareTo(BigDecimal.ONE) < 0
                || (small.compareTo(BigDecimal.TEN) < 0
                        && below.intValue() >= 20
                        && below.remainder(BigDecimal.TEN).signum() == 0);
        if (!follows) {
            throw new ArithmeticException("no number");
        }
        section = section.add(small);
    }

    private BigDecimal atLeastOne() {
        return section.signum() == 0 ? BigDecimal.ONE : section;
    }

    private static Map<String, BigDecimal> added() {
        var words = new HashMap<String, BigDecimal>();
        for (int i = 0; i < BELOW_TWENTY.size(); i++) {
            words.put(BELOW_TWENTY.get(i), new BigDecimal(i));
        }
        for (int i = 0; i < TENS.size(); i++) {
            words.put(TENS.get(i), new BigDecimal(10 * (i + 2)));
        }
        words.put("fourty", new BigDecimal(40));
        words.put("half", new BigDecimal("0.5"));
        return Map.copyOf(words);
    }
}
