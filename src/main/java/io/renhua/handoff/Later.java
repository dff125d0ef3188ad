package io.renhua.handoff;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** When something that is put off comes back, counted from the moment it is. */
public enum Later {
    IN_15_MINUTES(Duration.ofMinutes(15)),
    IN_60_MINUTES(Duration.ofMinutes(60)),
    IN_180_MINUTES(Duration.ofMinutes(180)),
    TOMORROW(Duration.ZERO),
    MONDAY(Duration.ZERO);

    /** Of each, in their order. */
    public static final List<String> WORDS =
            Arrays.stream(values()).map(Later::word).toList();

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Duration wait;

    Later(Duration wait) {
        this.wait = wait;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is none of that word */
    public static Later of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** @param zone whose tomorrow and whose Monday is meant; both begin at nine */
    public Instant from(Instant now, ZoneId zone) {
        var today = now.atZone(zone);
        return switch (this) {
            case IN_15_MINUTES, IN_60_MINUTES, IN_180_MINUTES -> now.plus(wait);
            case TOMORROW -> morning(today.plusDays(1));
            case MONDAY -> morning(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        };
    }

    private static Instant morning(ZonedDateTime day) {
        return day.with(MORNING).toInstant();
    }
}
