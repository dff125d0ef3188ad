package io.renhua.persona;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When nobody is in though the week says so.
 *
 * @param stamped the latest day that the calendar says it was written on; null where it does not say
 */
public record Holidays(List<Closure> closures, @Nullable LocalDate stamped) {
    /** No calendar is kept. */
    public static final Holidays NONE = new Holidays(List.of(), null);

    public Holidays {
        closures = List.copyOf(closures);
    }

    /**
     * One time of being closed, in the time of the hours.
     *
     * @param until exclusive
     * @param lastYear the last year it comes in; the year it begins in where it does not repeat
     */
    public record Closure(String what, LocalDateTime from, LocalDateTime until, int lastYear) {

        /** When it ends, of those of its times that hold a moment. */
        private Optional<LocalDateTime> endAround(LocalDateTime moment) {
            int years = moment.getYear() - from.getYear();
            return IntStream.of(years - 1, years)
                    .filter(since -> since >= 0 && since <= lastYear - from.getYear())
                    .filter(since -> !moment.isBefore(from.plusYears(since)) && moment.isBefore(until.plusYears(since)))
                    .mapToObj(until::plusYears)
                    .findFirst();
        }

        public LocalDate lastDay() {
            return until.plusYears(lastYear - from.getYear()).minusNanos(1).toLocalDate();
        }
    }

    public boolean cover(LocalDateTime moment) {
        return endAround(moment).isPresent();
    }

    /** The first moment from one on that they do not cover; the limit where they cover all until there. */
    public LocalDateTime after(LocalDateTime moment, LocalDateTime limit) {
        var free = moment;
        for (var end = endAround(free); end.isPresent() && free.isBefore(limit); end = endAround(free)) {
            free = end.get();
        }
        return free.isBefore(limit) ? free : limit;
    }

    /** The last day that they know of; empty where there is none. */
    public Optional<LocalDate> lastDay() {
        return closures.stream().map(Closure::lastDay).max(Comparator.naturalOrder());
    }

    private Optional<LocalDateTime> endAround(LocalDateTime moment) {
        return closures.stream()
                .flatMap(closure -> closure.endAround(moment).stream())
                .max(Comparator.naturalOrder());
    }
}
