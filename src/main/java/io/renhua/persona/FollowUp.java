package io.renhua.persona;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something the persona says later, once, because of what happened.
 *
 * @param purpose one of {@link Positioning#PURPOSES}; null where it only serves
 * @param onlyIf what has to hold then, of {@link #GATES}
 * @param cap null for no bound
 * @param quiet when nobody is to be disturbed; null for never
 * @param template the platform's name of an approved text, for when its window is closed
 */
public record FollowUp(
        String id,
        Trigger after,
        Kind kind,
        @Nullable String purpose,
        Set<String> onlyIf,
        @Nullable Cap cap,
        @Nullable Quiet quiet,
        Words say,
        @Nullable String template) {

    /** They asked for it; they said yes to news; the platform lets us speak; they are in no bad mood; people are in. */
    public static final List<String> GATES =
            List.of("asked", "opted_in", "window_open", "not_angry", "not_sad", "open");

    public enum Kind {
        SERVICE,
        PROMO
    }

    /** At most so many in so long. */
    public record Cap(int times, ChronoUnit in) {
        static final Map<String, ChronoUnit> UNITS = Map.of(
                "day", ChronoUnit.DAYS, "week", ChronoUnit.WEEKS, "month", ChronoUnit.MONTHS, "year", ChronoUnit.YEARS);
    }

    /** @param until exclusive; earlier than {@code from} for the next morning */
    public record Quiet(LocalTime from, LocalTime until) {

        public boolean covers(LocalTime time) {
            boolean begun = !time.isBefore(from);
            boolean going = time.isBefore(until);
            return from.isBefore(until) ? begun && going : begun || going;
        }
    }
}
