package io.renhua.people;

import io.renhua.text.Fold;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Phone numbers with their country: eight digits are one number in Hong Kong and another in Macau. */
final class PhoneNumber {
    private static final Pattern WRITTEN = Pattern.compile("\\(?\\+?[\\d\\s().·/\\-\\u2010-\\u2015\\u2212]+");
    private static final Pattern BETWEEN = Pattern.compile("[^0-9]");
    /** The zero that only callers within the country dial. */
    private static final Pattern TRUNK = Pattern.compile("\\(0\\)");

    private static final Pattern TRUNK_ABROAD = Pattern.compile("^(886|86)0");
    private static final Pattern INTERNATIONAL = Pattern.compile("[1-9]\\d{7,14}");

    /** How numbers are written where a country is left out. */
    private enum Region {
        TW("886", "", "9\\d{8}|[2-8]\\d{7,8}"),
        CN("86", "1[3-9]\\d{9}", "10\\d{8}|2\\d{9}|[3-9]\\d{9,10}|1[3-9]\\d{9}"),
        HK("852", "[2-9]\\d{7}", ""),
        MO("853", "[2-9]\\d{7}", ""),
        SG("65", "[3689]\\d{7}", "");

        private final String code;
        private final Pattern inside;
        private final Pattern fromAbroad;

        Region(String code, String plain, String afterZero) {
            this.code = code;
            this.inside = Pattern.compile(either(plain, afterZero.isEmpty() ? "" : "0(?:" + afterZero + ")"));
            this.fromAbroad = Pattern.compile(code + "(?:" + either(plain, afterZero) + ")");
        }

        private static String either(String one, String other) {
            return one.isEmpty() || other.isEmpty() ? one + other : one + "|" + other;
        }

        /** Elsewhere ten digits that begin so are a number of their own. */
        private boolean isPlainFrom(String region) {
            return this != SG || region.equals(name());
        }

        private Optional<String> whole(String digits, String region) {
            if (region.equals(name()) && inside.matcher(digits).matches()) {
                return Optional.of(code + digits.replaceFirst("^0", ""));
            }
            return Optional.of(digits)
                    .filter(each ->
                            isPlainFrom(region) && fromAbroad.matcher(each).matches());
        }
    }

    private PhoneNumber() {}

    /**
     * Its digits, the country's first; empty where nobody can say which country it is of.
     *
     * @param home the region that is meant where none is named; may be empty
     */
    static Optional<String> whole(String value, String home) {
        var written = TRUNK.matcher(Fold.plain(value).strip()).replaceAll("");
        if (!WRITTEN.matcher(written).matches()) {
            return Optional.empty();
        }
        var digits = BETWEEN.matcher(written).replaceAll("");
        if (written.contains("+") || digits.startsWith("00")) {
            var number = TRUNK_ABROAD.matcher(digits.replaceFirst("^00", "")).replaceFirst("$1");
            return Optional.of(number)
                    .filter(each -> INTERNATIONAL.matcher(each).matches());
        }
        return Stream.concat(regions(home, true), regions(home, false))
                .flatMap(region -> region.whole(digits, home).stream())
                .findFirst();
    }

    private static Stream<Region> regions(String home, boolean own) {
        return Arrays.stream(Region.values()).filter(region -> region.name().equals(home) == own);
    }
}
