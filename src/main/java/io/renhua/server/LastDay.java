package io.renhua.server;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last day on which something is offered at the desk, in the server's zone.
 *
 * @param text as a form has it, {@code 2026-12-31}; empty when it stays
 */
record LastDay(String text) {
    static final LastDay NONE = new LastDay("");

    /** The day that ends when it is offered no more. */
    static LastDay of(@Nullable Instant expires, Clock clock) {
        return expires == null
                ? NONE
                : new LastDay(expires.atZone(clock.getZone())
                        .toLocalDate()
                        .minusDays(1)
                        .toString());
    }

    /** Whether it is today or later, or none. */
    boolean isAhead(Clock clock) {
        try {
            var expires = expires(clock);
            return expires == null || expires.isAfter(clock.instant());
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** @throws DateTimeException when it is no day */
    @Nullable
    Instant expires(Clock clock) {
        return text.isEmpty()
                ? null
                : LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(clock.getZone())
                        .toInstant();
    }
}
