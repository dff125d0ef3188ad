package io.renhua.nlu;

import com.google.re2j.Pattern;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Days and times of day; the value is an ISO date, with the time where one is said: 2026-11-23T15:00. */
final class DateSeeker implements Seeker {
    private static final Pattern JOINT = Pattern.compile("[ ,的在于]*(?:at|on|around|by|@)? ?");

    private static final Pattern LATE = Pattern.compile("tonight|evening|afternoon");
    private static final int NOON = 12 * 60;

    private final String name;

    DateSeeker(String name) {
        this.name = name;
    }

    @Override
    public List<Entity> seek(Letters letters, ZonedDateTime now) {
        var text = letters.folded();
        var days = Days.in(text, now.toLocalDate());
        var times = new ArrayList<>(Times.in(text));
        times.removeIf(time -> days.stream().anyMatch(day -> isInside(time, day)));

        var found = new ArrayList<Entity>();
        for (var day : days) {
            var time = times.stream().filter(t -> belongs(text, day, t)).findFirst();
            time.ifPresent(times::remove);
            found.add(time.map(t -> both(text, day, t))
                    .orElseGet(() -> entity(day.value().toString(), day)));
        }
        times.forEach(time -> found.add(entity(at(coming(time.value(), now), time.value()), time)));
        return found;
    }

    private static boolean isInside(Span<?> inner, Span<?> outer) {
        return inner.start() >= outer.start() && inner.end() <= outer.end();
    }

    private static boolean belongs(String text, Span<?> day, Span<?> time) {
        return joined(text, day.end(), time.start())
                || joined(text, time.end(), day.start())
                || (day.start() < time.start() && time.start() < day.end()); // 今晚八点 share the evening
    }

    private static boolean joined(String text, int end, int start) {
        return start >= end && JOINT.matcher(text.substring(end, start)).matches();
    }

    private Entity both(String text, Span<LocalDate> day, Span<Integer> time) {
        boolean late = LATE.matcher(text.substring(day.start(), day.end())).find();
        int minutes = late && time.value() < NOON ? time.value() + NOON : time.value();
        return new Entity(
                name, at(day.value(), minutes), Math.min(day.start(), time.start()), Math.max(day.end(), time.end()));
    }

    private Entity entity(String value, Span<?> span) {
        return new Entity(name, value, span.start(), span.end());
    }

    /** A time without a day is the next one. */
    private static LocalDate coming(int minutes, ZonedDateTime now) {
        int present = now.getHour() * 60 + now.getMinute();
        return minutes >= present ? now.toLocalDate() : now.toLocalDate().plusDays(1);
    }

    private static String at(LocalDate day, int minutes) {
        return day.atStartOfDay().plusMinutes(minutes).toString();
    }
}
