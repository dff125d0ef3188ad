package io.renhua.nlu;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers as people write them in Taiwan, Hong Kong, Macau, China and elsewhere; the value is the digits, with
 * the plus if there is one, and {@code ;ext=} before an extension.
 */
final class PhoneSeeker implements Seeker {
    private static final Pattern WRITTEN = Pattern.compile("(?<![\\p{L}&&[^\\p{IsHan}]])(?<![\\d.,/-]|\\d[ :])"
            + "(?<number>(?:\\+|\\(\\+?)?\\d(?:[ .()-]{0,2}\\d){6,15})(?!\\d|[-/:]\\d|[a-z&&[^ex]])"
            + "(?: ?(?:#|ext\\.?|x|转|分机(?:号码?)?) ?:?(?<ext>\\d{1,6})(?!\\d))?");
    private static final Pattern TRUNK = Pattern.compile("\\(0\\)");

    /** What the digits of a number look like, by country; days and orders do not. */
    private static final Pattern SHAPE = Pattern.compile(String.join(
            "|",
            "\\+[1-9]\\d{6,14}", // with its country
            "00[1-9]\\d{8,13}",
            "(?:886|852|853|86|65)[1-9]\\d{7,10}", // with its country, the plus left out
            "09\\d{8}", // Taiwan, mobile
            "0[2-8]\\d{7,8}", // Taiwan, landline
            "1[3-9]\\d{9}", // China, mobile
            "0(?:10|2\\d)\\d{8}|0[3-9]\\d{9,10}", // China, landline
            "[48]00\\d{7}|0800\\d{5,6}", // free of charge
            "[2-9]\\d{7}", // Hong Kong, Macau, Singapore
            "1?[2-9]\\d{2}[2-9]\\d{6}", // North America
            "0[1-9]\\d{8,9}")); // most of Europe

    private static final Pattern DAY =
            Pattern.compile("(?:19|20)\\d\\d([-. ]?)(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])");
    private static final Pattern LOCAL = Pattern.compile("[2-9]\\d{2}[- ]\\d{4}");

    private final String name;

    PhoneSeeker(String name) {
        this.name = name;
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        var found = new ArrayList<Entity>();
        for (var matcher = WRITTEN.matcher(letters.folded()); matcher.find(); ) {
            value(matcher).ifPresent(value -> found.add(letters.entity(name, value, matcher.start(), matcher.end())));
        }
        return found;
    }

    private static Optional<String> value(Matcher matcher) {
        var written = TRUNK.matcher(matcher.group("number")).replaceAll("");
        var digits = (written.contains("+") ? "+" : "") + written.replaceAll("\\D", "");
        boolean called =
                SHAPE.matcher(digits).matches() || LOCAL.matcher(written).matches();
        var extension = matcher.group("ext") == null ? "" : ";ext=" + matcher.group("ext");
        return called && !DAY.matcher(written).matches() ? Optional.of(digits + extension) : Optional.empty();
    }
}
