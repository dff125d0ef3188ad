package io.renhua.persona;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When people are in: by the week, and not on holidays. */
public record Hours(ZoneId zone, Map<DayOfWeek, List<Span>> week, Holidays holidays) {
    /** As far as anybody looks ahead: the longest holidays, and what comes after them. */
    private static final int DAYS_AHEAD = 31;

    private static final Duration SOON = Duration.ofMinutes(1);

    /** The same every week. */
    public Hours(ZoneId zone, Map<DayOfWeek, List<Span>> week) {
        this(zone, week, Holidays.NONE);
    }

    /** @param until exclusive; {@link LocalTime#MAX} for the day's end */
    public record Span(LocalTime from, LocalTime until) {}

    public boolean openAt(Instant instant) {
        var local = instant.atZone(zone).toLocalDateTime();
        return !holidays.cover(local)
                && spans(local.toLocalDate()).stream()
                        .anyMatch(span -> !local.toLocalTime().isBefore(span.from())
                                && local.toLocalTime().isBefore(span.until()));
    }

    /** Whether somebody is in at some time of that day. */
    public boolean openOn(LocalDate date) {
        return spans(date).stream()
                .map(span -> Map.entry(date.atTime(span.from()), date.atTime(span.until())))
                .anyMatch(span -> holidays.after(span.getKey(), span.getValue()).isBefore(span.getValue()));
    }

    /** When to look for somebody again who was not there: at the next opening, within the hours in a moment. */
    public Instant lookAgain(Instant now) {
        return openAt(now)
                ? now.plus(SOON)
                : opensAfter(now).map(ZonedDateTime::toInstant).orElse(now.plus(Duration.ofDays(DAYS_AHEAD)));
    }

    /** The next opening after an instant within a month; empty when nobody is in for so long. */
    public Optional<ZonedDateTime> opensAfter(Instant instant) {
        var now = instant.atZone(zone).toLocalDateTime();
        for (int day = 0; day <= DAYS_AHEAD; day++) {
            var date = now.toLocalDate().plusDays(day);
            for (var span : spans(date)) {
                var opening = opening(date, span, now);
                if (opening.isPresent()) {
                    return opening.map(each -> each.atZone(zone));
                }
            }
        }
        return Optional.empty();
    }

    /** When somebody comes in during a span, if that is still to come. */
    private Optional<LocalDateTime> opening(LocalDate date, Span span, LocalDateTime now) {
        var from = date.atTime(span.from());
        var until = date.atTime(span.until());
        var opening = holidays.after(from.isBefore(now) ? now : from, until);
        return opening.isAfter(now) && opening.isBefore(until) ? Optional.of(opening) : Optional.empty();
    }

    private List<Span> spans(LocalDate date) {
        return week.getOrDefault(date.getDayOfWeek(), List.of());
    }
}
