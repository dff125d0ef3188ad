package io.renhua.nlu;

import java.math.BigDecimal;

/** Reads numbers as Chinese writes them, in simplified characters: 三十二, 二〇二六, 两万五, 1.5万, 廿五, 一点五. */
final class ChineseNumber {
    static final String DIGITS = "零〇一二两三四五六七八九壹贰叁参肆伍陆柒捌玖";
    static final String UNITS = "十百千万亿兆拾佰仟";

    private static final int[] VALUES = {0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 3, 4, 5, 6, 7, 8, 9};
    private static final long[] UNIT_VALUES = {10, 100, 1000, 10_000, 100_000_000, 1_000_000_000_000L, 10, 100, 1000};

    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal section = BigDecimal.ZERO;
    private BigDecimal number = BigDecimal.ZERO;
    private boolean pending;
    private boolean complete;
    private long lastUnit = 1;

    private ChineseNumber() {}

    /** @param written digits, units, Arabic digits and points only */
    static BigDecimal of(String written) {
        var spelt = written.replace("廿", "二十").replace("卅", "三十").replace(",", "");
        boolean positional = spelt.chars().noneMatch(c -> UNITS.indexOf(c) >= 0);
        return positional ? new BigDecimal(arabic(spelt)) : new ChineseNumber().read(spelt);
    }

    private static String arabic(String written) {
        var digits = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            int digit = DIGITS.indexOf(c);
            digits.append(digit >= 0 ? (char) ('0' + VALUES[digit]) : c == '点' ? '.' : c);
        }
        return digits.toString();
    }

    private BigDecimal read(String written) {
        for (int at = 0; at < written.length(); ) {
            int unit = UNITS.indexOf(written.charAt(at));
            if (unit >= 0) {
                take(UNIT_VALUES[unit]);
                at++;
            } else {
                at = readDigits(written, at);
            }
        }
        // 一百二 is 120, 一百零二 is 102
        boolean shortened = pending && lastUnit >= 100 && !complete;
        var last = shortened ? number.multiply(BigDecimal.valueOf(lastUnit / 10)) : number;
        return total.add(section).add(last);
    }

    private int readDigits(String written, int from) {
        int end = from;
        while (end < written.length() && UNITS.indexOf(written.charAt(end)) < 0) {
            end++;
        }
        var digits = arabic(written.substring(from, end));
        complete = digits.length() > 1; // 零二, 50 or 2.5
        number = new BigDecimal(digits.startsWith(".") ? "0" + digits : digits);
        pending = true;
        return end;
    }

    private void take(long unit) {
        var factor = BigDecimal.valueOf(unit);
        if (unit >= 10_000) {
            boolean bare = section.add(number).signum() == 0;
            var counted = section.add(number).max(total.signum() == 0 ? BigDecimal.ONE : BigDecimal.ZERO);
            total = bare && total.signum() > 0 ? total.multiply(factor) : total.add(counted.multiply(factor));
            section = BigDecimal.ZERO;
        } else {
            section = section.add((pending ? number : BigDecimal.ONE).multiply(factor));
        }
        number = BigDecimal.ZERO;
        pending = false;
        lastUnit = unit;
    }
}
