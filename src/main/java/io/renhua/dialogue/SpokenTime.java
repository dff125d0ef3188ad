package io.renhua.dialogue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times and spans as people say them, by locale. */
final class SpokenTime {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final long MINUTES_SAID = 90;

    private SpokenTime() {}

    /** '3分鐘', '3 minutes'; never less than a minute. */
    static String wait(Duration wait, String locale) {
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        return minutes <= MINUTES_SAID
                ? counted(minutes, locale, "分鐘", "分钟", "minute")
                : counted((minutes + 30) / 60, locale, "小時", "小时", "hour");
    }

    /** '180天', '180 days', '2年'. */
    static String period(Period period, String locale) {
        long days = period.get(ChronoUnit.DAYS);
        long months = period.toTotalMonths();
        if (days != 0 || months == 0) {
            return counted(days + months * 30, locale, "天", "天", "day");
        }
        return months % 12 != 0
                ? counted(months, locale, "個月", "个月", "month")
                : counted(months / 12, locale, "年", "年", "year");
    }

    /** '今天09:30', 'tomorrow at 09:30', '週一09:30'. */
    static String opening(ZonedDateTime opens, ZonedDateTime now, String locale) {
        long days =
                ChronoUnit.DAYS.between(now.withZoneSameInstant(opens.getZone()).toLocalDate(), opens.toLocalDate());
        var day = switch ((int) days) {
            case 0 -> say(locale, "今天", "今天", "today");
            case 1 -> say(locale, "明天", "明天", "tomorrow");
            case 7 -> say(locale, "下", "下", "next ") + weekday(opens.getDayOfWeek(), locale);
            default -> weekday(opens.getDayOfWeek(), locale);
        };
        return day + say(locale, "", "", " at ") + CLOCK.format(opens);
    }

    /** '14:02', '昨天14:02', 'Monday at 14:02': within the last days. */
    static String past(ZonedDateTime then, ZonedDateTime now, String locale) {
        long days = ChronoUnit.DAYS.between(then.toLocalDate(), now.toLocalDate());
        var day = switch ((int) days) {
            case 0 -> "";
            case 1 -> say(locale, "昨天", "昨天", "yesterday");
            default -> weekday(then.getDayOfWeek(), locale);
        };
        return day.isEmpty() ? clock(then) : day + say(locale, "", "", " at ") + clock(then);
    }

    static String clock(ZonedDateTime then) {
        return CLOCK.format(then);
    }

    /** Within the hours, when nobody happens to be there. */
    static String soon(String locale) {
        return say(locale, "稍後", "稍后", "soon");
    }

    /** '11月5日（週四）', 'Thursday, 5 November'. */
    static String date(LocalDate date, String locale) {
        return locale.startsWith("zh")
                ? date.getMonthValue() + "月" + date.getDayOfMonth() + "日（" + weekday(date.getDayOfWeek(), locale) + "）"
                : ENGLISH_DAY.format(date);
    }

    private static String weekday(DayOfWeek day, String locale) {
        char chinese = "一二三四五六日".charAt(day.getValue() - 1);
        return say(locale, "週" + chinese, "周" + chinese, day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    private static String counted(long count, String locale, String hant, String hans, String english) {
        return count + say(locale, hant, hans, " " + (count == 1 ? english : english + "s"));
    }

    /** The wording for a locale; English for every one that is not Chinese. */
    static String say(String locale, String hant, String hans, String english) {
        return !locale.startsWith("zh") ? english : locale.startsWith("zh-Hans") ? hans : hant;
    }
}
