package io.renhua.persona;

import io.renhua.persona.CalendarLines.Line;
import io.renhua.persona.Holidays.Closure;
import io.renhua.text.Wording;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the events of an iCalendar file as times of being closed; what it cannot follow is noted, not guessed. */
final class CalendarReader {
    private static final int MOST = 500;
    private static final String EVENT = "VEVENT";
    private static final Set<String> STAMPS = Set.of("DTSTAMP", "LAST-MODIFIED", "CREATED");
    private static final Set<String> UNREAD = Set.of("RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID");

    private final String file;
    private final Problems problems;
    private final EventTimes times;
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Closure> closures = new ArrayList<>();
    private Map<String, Line> event = new LinkedHashMap<>();
    private @Nullable LocalDate stamped;

    private CalendarReader(String file, ZoneId zone, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.times = new EventTimes(file, zone, problems);
    }

    /** @param zone in which the hours are kept */
    static Holidays read(String text, String file, ZoneId zone, Problems problems) {
        var lines = CalendarLines.read(text, file, problems);
        if (lines.isEmpty() || !lines.getFirst().value().equalsIgnoreCase("VCALENDAR")) {
            problems.error(
                    new Place(file, 1, 1), "S1", "this is no calendar", "BEGIN:VCALENDAR, as calendars export it");
            return Holidays.NONE;
        }
        return new CalendarReader(file, zone, problems).read(lines);
    }

    private Holidays read(List<Line> lines) {
        for (var line : lines) {
            switch (line.name()) {
                case "BEGIN" -> begin(line);
                case "END" -> end(line);
                default -> property(line);
            }
        }
        if (!open.isEmpty()) {
            var last = lines.getLast();
            problems.error(
                    place(last), "S1", Wording.of("%s is begun and never ended", open.peek()), "END:" + open.peek());
        }
        if (closures.size() > MOST) {
            problems.error(
                    new Place(file, 1, 1), "S1", Wording.of("there are over %s events", MOST), "the coming years only");
            return Holidays.NONE;
        }
        return new Holidays(closures, stamped);
    }

    private void begin(Line line) {
        open.push(line.value().strip().toUpperCase(Locale.ROOT));
        if (EVENT.equals(open.peek())) {
            event = new LinkedHashMap<>();
        }
    }

    private void end(Line line) {
        if (!line.value().strip().equalsIgnoreCase(open.peek())) {
            var begun = open.isEmpty() ? "nothing" : open.peek();
            problems.error(
                    place(line), "S1", Wording.of("%s ends here, and %s is open", line.value(), begun), "END:" + begun);
            return;
        }
        if (EVENT.equals(open.pop()) && closes()) {
            times.closure(event, place(line)).ifPresent(closures::add);
        }
    }

    /** An event that was called off, or leaves time free, closes nothing. */
    private boolean closes() {
        return !is("STATUS", "CANCELLED") && !is("TRANSP", "TRANSPARENT");
    }

    private boolean is(String name, String value) {
        var line = event.get(name);
        return line != null && line.value().strip().equalsIgnoreCase(value);
    }

    /** Only what stands in an event itself; alarms and time zones inside a calendar are others' business. */
    private void property(Line line) {
        if (!EVENT.equals(open.peek())) {
            return;
        }
        if (UNREAD.contains(line.name())) {
            problems.error(
                    place(line),
                    "S1",
                    Wording.of("%s is not read here", line.name()),
                    "an event of its own for each day");
        }
        if (STAMPS.contains(line.name())) {
            times.stamp(line)
                    .filter(day -> stamped == null || day.isAfter(stamped))
                    .ifPresent(day -> stamped = day);
        }
        if (event.put(line.name(), line) != null
                && Set.of("DTSTART", "DTEND", "RRULE").contains(line.name())) {
            problems.error(place(line), "S1", Wording.of("%s stands twice in this event", line.name()), "one of them");
        }
    }

    private Place place(Line line) {
        return new Place(file, line.line(), 1);
    }
}
