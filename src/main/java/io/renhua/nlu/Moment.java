package io.renhua.nlu;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What words say of a point in time, as far as they say it.
 *
 * @param loose whether the day is a mere weekday, which a date beside it makes sure
 * @param hour as said, -1 where none is
 */
record Moment(@Nullable LocalDate day, boolean loose, PartOfDay part, int hour, int minute) {
    private static final int UNSAID = -1;

    static Moment on(LocalDate day) {
        return new Moment(day, false, PartOfDay.UNSAID, UNSAID, 0);
    }

    static Moment loosely(LocalDate day) {
        return new Moment(day, true, PartOfDay.UNSAID, UNSAID, 0);
    }

    static Moment in(PartOfDay part) {
        return new Moment(null, false, part, UNSAID, 0);
    }

    /** @return null for what no clock shows */
    static @Nullable Moment at(int hour, int minute, PartOfDay part) {
        boolean shown = hour >= 0 && hour <= 24 && minute >= 0 && minute < 60;
        return shown ? new Moment(null, false, part, hour, minute) : null;
    }

    static Moment exactly(LocalDateTime time) {
        return new Moment(time.toLocalDate(), false, PartOfDay.CLOCK, time.getHour(), time.getMinute());
    }

    boolean hasTime() {
        return hour != UNSAID;
    }

    Moment during(PartOfDay other) {
        return new Moment(day, loose, other, hour, minute);
    }

    /** Both together, where neither contradicts the other. */
    Optional<Moment> and(Moment other) {
        boolean twoTimes = hasTime() && other.hasTime();
        boolean twoDays = day != null && other.day != null && !day.equals(other.day) && loose == other.loose;
        if (twoTimes || twoDays) {
            return Optional.empty();
        }
        var dated = other.day == null || (day != null && !loose) ? this : other;
        var timed = hasTime() ? this : other;
        return part.with(other.part).map(both -> new Moment(dated.day, dated.loose, both, timed.hour, timed.minute));
    }

    /** The value, or nothing where only a part of some day is said. */
    Optional<String> value(Almanac almanac) {
        boolean atNoon = day != null && part == PartOfDay.NOON;
        if (hasTime() || atNoon) {
            int minutes = hasTime() ? part.hour(hour) * 60 + minute : 12 * 60;
            return Optional.of(almanac.at(day == null ? almanac.dayOf(minutes) : day, minutes));
        }
        return Optional.ofNullable(day).map(LocalDate::toString);
    }
}
