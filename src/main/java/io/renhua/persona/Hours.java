package io.renhua.persona;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When people are in. */
public record Hours(ZoneId zone, Map<DayOfWeek, List<Span>> week) {

    /** @param until exclusive; {@link LocalTime#MAX} for the day's end */
    public record Span(LocalTime from, LocalTime until) {}

    public boolean openAt(Instant instant) {
        var local = instant.atZone(zone);
        return week.getOrDefault(local.getDayOfWeek(), List.of()).stream()
                .anyMatch(span -> !local.toLocalTime().isBefore(span.from())
                        && local.toLocalTime().isBefore(span.until()));
    }

    /** The next opening after an instant within a week; empty when nobody is ever in. */
    public Optional<ZonedDateTime> opensAfter(Instant instant) {
        var local = instant.atZone(zone);
        for (int day = 0; day <= 7; day++) {
            var date = local.toLocalDate().plusDays(day);
            for (var span : week.getOrDefault(date.getDayOfWeek(), List.of())) {
                var opening = date.atTime(span.from()).atZone(zone);
                if (opening.isAfter(local)) {
                    return Optional.of(opening);
                }
            }
        }
        return Optional.empty();
    }
}
