package io.renhua.persona;

import io.renhua.persona.CalendarLines.Line;
import io.renhua.persona.Holidays.Closure;
import io.renhua.text.Wording;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From when to when an event of a calendar is, in the time of the hours. */
final class EventTimes {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final int FOREVER = 9_999;
    private static final String YEARLY = "RRULE:FREQ=YEARLY, with UNTIL or COUNT where it ends";

    private final String file;
    private final ZoneId zone;
    private final Problems problems;

    EventTimes(String file, ZoneId zone, Problems problems) {
        this.file = file;
        this.zone = zone;
        this.problems = problems;
    }

    /** Empty where it cannot be told, which is noted. */
    Optional<Closure> closure(Map<String, Line> event, Place end) {
        var start = event.get("DTSTART");
        if (start == null) {
            problems.error(end, "S1", "this event does not say when it begins", "DTSTART;VALUE=DATE:20260101");
            return Optional.empty();
        }
        var from = moment(start);
        var until = from == null ? null : until(event, start, from);
        if (from == null || until == null) {
            return Optional.empty();
        }
        if (!until.isAfter(from)) {
            problems.error(place(start), "S1", "this event ends before it has begun", "a DTEND behind DTSTART");
            return Optional.empty();
        }
        var what = event.containsKey("SUMMARY") ? event.get("SUMMARY").value() : "";
        return Optional.of(new Closure(what, from, until, lastYear(event.get("RRULE"), from)));
    }

    /** The day on which something is said to have been written. */
    Optional<LocalDate> stamp(Line line) {
        var value = line.value().strip();
        try {
            return value.length() < 8
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(value.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // how old a calendar is, is nothing to refuse it for
        }
    }

    private @Nullable LocalDateTime until(Map<String, Line> event, Line start, LocalDateTime from) {
        var end = event.get("DTEND");
        if (end != null) {
            return moment(end);
        }
        var duration = event.get("DURATION");
        if (duration == null) {
            return isDay(start)
                    ? from.plusDays(1)
                    : from.toLocalDate().plusDays(1).atStartOfDay();
        }
        try {
            var value = duration.value().strip();
            return value.contains("T") ? from.plus(Duration.parse(value)) : from.plus(Period.parse(value));
        } catch (DateTimeException e) {
            problems.error(
                    place(duration),
                    "S1",
                    Wording.of("%s is no length of time", duration.value()),
                    "such as P1D or PT4H");
            return null;
        }
    }

    private @Nullable LocalDateTime moment(Line line) {
        var value = line.value().strip();
        try {
            if (isDay(line)) {
                return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay();
            }
            boolean utc = value.endsWith("Z");
            var moment = LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, MOMENT);
            return utc ? moved(moment, ZoneOffset.UTC) : moved(moment, zone(line));
        } catch (DateTimeParseException e) {
            problems.error(
                    place(line),
                    "S1",
                    Wording.of("%s is no date", value),
                    "20260101, or 20260101T093000 for a time of the day");
            return null;
        }
    }

    private static boolean isDay(Line line) {
        return "DATE".equalsIgnoreCase(line.parameters().get("VALUE"))
                || line.value().strip().matches("[0-9]{8}");
    }

    private LocalDateTime moved(LocalDateTime moment, ZoneId from) {
        return moment.atZone(from).withZoneSameInstant(zone).toLocalDateTime();
    }

    /** Times without a zone are those of the hours. */
    private ZoneId zone(Line line) {
        var name = line.parameters().get("TZID");
        if (name == null) {
            return zone;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            problems.error(place(line), "S1", Wording.of("%s is no time zone", name), "such as TZID=Asia/Taipei");
            return zone;
        }
    }

    private int lastYear(@Nullable Line rule, LocalDateTime from) {
        if (rule == null) {
            return from.getYear();
        }
        int last = FOREVER;
        for (var part : rule.value().strip().split(";")) {
            last = switch (part.toUpperCase(Locale.ROOT).replaceFirst("=.*", "")) {
                case "FREQ" -> demand(part.equalsIgnoreCase("FREQ=YEARLY"), rule, last);
                case "INTERVAL" -> demand(part.equalsIgnoreCase("INTERVAL=1"), rule, last);
                case "BYMONTH" -> demand(value(part).equals(String.valueOf(from.getMonthValue())), rule, last);
                case "BYMONTHDAY" -> demand(value(part).equals(String.valueOf(from.getDayOfMonth())), rule, last);
                case "WKST" -> last;
                case "COUNT" -> count(part, rule, from);
                case "UNTIL" -> untilYear(part, rule, from);
                default -> demand(false, rule, last);
            };
        }
        return last;
    }

    private int count(String part, Line rule, LocalDateTime from) {
        boolean number = value(part).matches("[1-9][0-9]{0,2}");
        return demand(number, rule, number ? from.getYear() + Integer.parseInt(value(part)) - 1 : from.getYear());
    }

    private int untilYear(String part, Line rule, LocalDateTime from) {
        try {
            var day = LocalDate.parse(value(part).substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
            boolean before = day.isBefore(from.toLocalDate().withYear(1).plusYears(day.getYear() - 1L));
            return before ? day.getYear() - 1 : day.getYear();
        } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
            return demand(false, rule, from.getYear());
        }
    }

    private int demand(boolean met, Line rule, int year) {
        if (!met) {
            problems.error(
                    place(rule), "S1", Wording.of("%s repeats in a way that is not read here", rule.value()), YEARLY);
        }
        return year;
    }

    private static String value(String part) {
        return part.substring(part.indexOf('=') + 1);
    }

    private Place place(Line line) {
        return new Place(file, line.line(), 1);
    }
}
