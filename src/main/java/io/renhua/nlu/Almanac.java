package io.renhua.nlu;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts days from the speaker's now, towards the past or the future as the sentence leans. Weeks begin on Monday. */
record Almanac(ZonedDateTime now, Leaning leaning) {
    /** Where 3/4 is the third of April. */
    private static final List<String> DAY_FIRST = List.of(
            "Europe/",
            "Africa/",
            "Australia/",
            "Pacific/Auckland",
            "Asia/Hong_Kong",
            "Asia/Macau",
            "Asia/Singapore",
            "Asia/Kolkata");

    LocalDate today() {
        return now.toLocalDate();
    }

    Moment day(int offset) {
        return Moment.on(today().plusDays(offset));
    }

    /** Monday to Sunday of this week, or of so many weeks later. */
    LocalDate weekday(DayOfWeek day, int weeks) {
        return today().plusWeeks(weeks).with(day);
    }

    /** The nearest in the sentence's direction; today counts as coming. */
    LocalDate weekday(DayOfWeek day) {
        return today().with(
                        leaning == Leaning.PAST ? TemporalAdjusters.previous(day) : TemporalAdjusters.nextOrSame(day));
    }

    /** The coming weekend, and on Sunday the one that goes on. */
    LocalDate weekend() {
        return today().getDayOfWeek() == DayOfWeek.SUNDAY ? today() : weekday(DayOfWeek.SATURDAY);
    }

    /** Without a year people mean the day that is closest, be it an order's or a booking's, unless they say more. */
    LocalDate monthDay(int month, int day) {
        return choose(years -> YearMonth.of(today().getYear() + years, month), day);
    }

    /** The 25th is the coming one, unless it tells of what was. */
    LocalDate dayOfMonth(int day) {
        var away = leaning == Leaning.OPEN ? new Almanac(now, Leaning.AHEAD) : this;
        return away.choose(months -> YearMonth.from(today()).plusMonths(months), day);
    }

    private LocalDate choose(Function<Integer, YearMonth> months, int day) {
        return Stream.of(0, 1, -1, 2, -2, 3, 4)
                .map(months)
                .filter(month -> month.isValidDay(day))
                .map(month -> month.atDay(day))
                .filter(date -> switch (leaning) {
                    case PAST -> !date.isAfter(today());
                    case OPEN -> true;
                    case AHEAD -> !date.isBefore(today());
                })
                .min(Comparator.comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(today(), date))))
                .orElseThrow(() -> new DateTimeException("no such day"));
    }

    YearMonth month(int offset) {
        return YearMonth.from(today()).plusMonths(offset);
    }

    /** A month without a year: the one that goes on or comes. */
    YearMonth namedMonth(int month) {
        var named = YearMonth.of(today().getYear(), month);
        int years = leaning == Leaning.PAST ? named.isAfter(month(0)) ? -1 : 0 : named.isBefore(month(0)) ? 1 : 0;
        return named.plusYears(years);
    }

    /** First and second in the order of the speaker's country, unless only the other makes a date. */
    LocalDate slashed(@Nullable Integer year, int first, int second) {
        boolean dayFirst = DAY_FIRST.stream().anyMatch(now.getZone().getId()::startsWith);
        int month = (dayFirst && second <= 12) || first > 12 ? second : first;
        int day = first + second - month;
        return year == null ? monthDay(month, day) : LocalDate.of(year < 100 ? 2000 + year : year, month, day);
    }

    Moment after(Lapse lapse, int sign) {
        var then = lapse.from(now, sign);
        return lapse.hasTime() ? Moment.exactly(then.toLocalDateTime()) : Moment.on(then.toLocalDate());
    }

    /** A time without a day is the next such time, or the last one where the sentence tells of it. */
    LocalDate dayOf(int minutes) {
        int present = now.getHour() * 60 + now.getMinute();
        return switch (leaning) {
            case PAST -> minutes <= present ? today() : today().minusDays(1);
            case OPEN, AHEAD -> minutes >= present ? today() : today().plusDays(1);
        };
    }

    /** In local time; an hour that clocks leave out is the one they show instead. */
    String at(LocalDate day, int minutes) {
        var time = day.atStartOfDay().plusMinutes(minutes);
        return time.atZone(now.getZone()).toLocalDateTime().toString();
    }
}
