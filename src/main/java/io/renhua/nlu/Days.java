package io.renhua.nlu;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days as people name them in Chinese and English, in the folded text. Weeks begin on Monday. */
final class Days {
    private static final String N = "(\\b\\d{1,2}|[零〇一二两三四五六七八九十廿]{1,3})";
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
    private static final String ABBREVIATED = "(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)";
    private static final String FULL = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
    private static final String COUNT = "(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)";

    private static final List<Rule> RULES = List.of(
            rule("大后天", (m, today) -> today.plusDays(3)),
            rule("后(?:天|日)", (m, today) -> today.plusDays(2)),
            rule("明(?:天|日|晚上?|早上?)", (m, today) -> today.plusDays(1)),
            rule("今(?:天|日|晚上?|早上?)", (m, today) -> today),
            rule("昨(?:天|日|晚上?)", (m, today) -> today.minusDays(1)),
            rule("大前天", (m, today) -> today.minusDays(3)),
            rule("前天", (m, today) -> today.minusDays(2)),
            rule("(下下|下|上|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天末])", Days::chineseWeekday),
            rule(
                    "(?:(\\b\\d{4}|[零〇一二三四五六七八九]{4}|今|明|去)年)?的?" + N + "月(?:份)?" + N + "(?:日|号)?",
                    (m, today) -> inYear(m.group(1), number(m, 2), number(m, 3), today)),
            rule("(下个?|这个?|本|上个?)月的?" + N + "(?:日|号)", Days::inMonth),
            rule(N + "(?:日|号)", (m, today) -> comingDay(number(m, 1), today)),
            rule("(?:过)?" + N + "(天|周|个?星期|个?礼拜|个?月)(?:之|以)?后", (m, today) -> later(number(m, 1), m.group(2), today)),
            rule(
                    "\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})\\b",
                    (m, today) -> of(number(m, 1), number(m, 2), number(m, 3))),
            rule(
                    "\\b(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b",
                    (m, today) -> slashed(number(m, 3), number(m, 1), number(m, 2))),
            rule("\\b(\\d{1,2})/(\\d{1,2})\\b", (m, today) -> nearest(today, number(m, 1), number(m, 2))),
            rule("\\bthe day after tomorrow\\b", (m, today) -> today.plusDays(2)),
            rule("\\b(?:tomorrow|tmrw?|tmr)\\b", (m, today) -> today.plusDays(1)),
            rule("\\b(?:today|tonight|this (?:morning|afternoon|evening))\\b", (m, today) -> today),
            rule("\\byesterday\\b", (m, today) -> today.minusDays(1)),
            rule("\\b(?:(next|this|last|coming) )?(" + FULL + ")\\b", Days::englishWeekday),
            rule("\\b(next|this|last|coming|on) (" + ABBREVIATED + ")\\b", Days::englishWeekday),
            rule("^()(mon|tues?|thu(?:rs?)?|fri)\\b", Days::englishWeekday),
            rule(
                    "\\b" + MONTH + " (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4})\\b)?",
                    (m, today) -> inYear(m.group(3), month(m.group(1)), number(m, 2), today)),
            rule(
                    "\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + "\\b(?:,? (\\d{4})\\b)?",
                    (m, today) -> inYear(m.group(3), month(m.group(2)), number(m, 1), today)),
            rule(
                    "\\bin " + COUNT + " (day|week|month)s?\\b",
                    (m, today) -> later(count(m.group(1)), m.group(2), today)),
            rule(
                    "\\b" + COUNT + " (day|week|month)s? from (?:now|today)\\b",
                    (m, today) -> later(count(m.group(1)), m.group(2), today)));

    private static final LocalDate NO_DAY = LocalDate.MIN;

    private Days() {}

    static List<Span<LocalDate>> in(String text, LocalDate today) {
        var found = new ArrayList<Span<LocalDate>>();
        for (var rule : RULES) {
            for (var matcher = rule.pattern().matcher(text); matcher.find(); ) {
                try {
                    found.add(new Span<>(rule.reading().read(matcher, today), matcher.start(), matcher.end()));
                } catch (DateTimeException e) {
                    found.add(new Span<>(NO_DAY, matcher.start(), matcher.end())); // nor is the end of it one
                }
            }
        }
        return Span.apart(found).stream()
                .filter(day -> !day.value().equals(NO_DAY))
                .toList();
    }

    private static LocalDate chineseWeekday(Matcher m, LocalDate today) {
        var day = DayOfWeek.of(
                switch (m.group(2)) {
                    case "末" -> 6;
                    case "天" -> 7;
                    default -> "一二三四五六日".indexOf(m.group(2)) + 1;
                });
        if (m.group(1) == null) {
            return today.with(TemporalAdjusters.nextOrSame(day));
        }
        int weeks = switch (m.group(1)) {
            case "下下" -> 2;
            case "下" -> 1;
            case "上" -> -1;
            default -> 0;
        };
        return today.plusWeeks(weeks).with(day);
    }

    private static LocalDate englishWeekday(Matcher m, LocalDate today) {
        var day = DayOfWeek.of(WEEKDAYS.indexOf(m.group(2).substring(0, 2)) + 1);
        if ("next".equals(m.group(1))) {
            return today.plusWeeks(1).with(day);
        }
        return today.with(
                "last".equals(m.group(1)) ? TemporalAdjusters.previous(day) : TemporalAdjusters.nextOrSame(day));
    }

    private static LocalDate inMonth(Matcher m, LocalDate today) {
        int months = m.group(1).startsWith("下") ? 1 : m.group(1).startsWith("上") ? -1 : 0;
        return today.withDayOfMonth(1).plusMonths(months).withDayOfMonth(number(m, 2));
    }

    /** The 5th, on the 22nd, is the next month's. */
    private static LocalDate comingDay(int day, LocalDate today) {
        return Stream.of(0, 1, 2)
                .map(months -> today.withDayOfMonth(1).plusMonths(months))
                .filter(month -> day >= 1 && day <= month.lengthOfMonth())
                .map(month -> month.withDayOfMonth(day))
                .filter(date -> !date.isBefore(today))
                .findFirst()
                .orElseThrow(() -> new DateTimeException("no such day"));
    }

    private static LocalDate later(int count, String unit, LocalDate today) {
        return switch (unit) {
            case "天", "day" -> today.plusDays(count);
            case "月", "个月", "month" -> today.plusMonths(count);
            default -> today.plusWeeks(count);
        };
    }

    private static LocalDate inYear(@Nullable String year, int month, int day, LocalDate today) {
        if (year == null) {
            return nearest(today, month, day);
        }
        return switch (year) {
            case "今" -> of(today.getYear(), month, day);
            case "明" -> of(today.getYear() + 1, month, day);
            case "去" -> of(today.getYear() - 1, month, day);
            default -> of(ChineseNumber.of(year).intValue(), month, day);
        };
    }

    /** Month first, unless that is no month. */
    private static LocalDate slashed(int year, int first, int second) {
        return first > 12 ? of(year, second, first) : of(year, first, second);
    }

    /** Without a year people mean the one that is closest, be it an order's day or a booking's. */
    private static LocalDate nearest(LocalDate today, int first, int second) {
        int month = first > 12 ? second : first;
        int day = first > 12 ? first : second;
        return Stream.of(0, 1, -1)
                .map(years -> today.getYear() + years)
                .filter(year -> day != 29 || month != 2 || Year.isLeap(year))
                .map(year -> of(year, month, day))
                .min(Comparator.comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(today, date))))
                .orElseThrow(() -> new DateTimeException("no such day"));
    }

    private static LocalDate of(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static int month(String name) {
        return MONTHS.indexOf(name) + 1;
    }

    private static int number(Matcher m, int group) {
        return ChineseNumber.of(m.group(group).replace("廿", "二十")).intValue();
    }

    private static int count(String written) {
        if (written.startsWith("a")) {
            return 1;
        }
        return Character.isDigit(written.charAt(0)) ? Integer.parseInt(written) : (int) EnglishNumber.of(written);
    }

    private static Rule rule(String pattern, Reading reading) {
        return new Rule(Pattern.compile(pattern), reading);
    }

    private record Rule(Pattern pattern, Reading reading) {}

    @FunctionalInterface
    private interface Reading {
        /** @throws DateTimeException for what is no day */
        LocalDate read(Matcher matcher, LocalDate today);
    }
}
