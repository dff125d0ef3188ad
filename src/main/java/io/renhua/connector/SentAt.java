package io.renhua.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** The platform's time of sending; where it is missing or absurd, the time of arrival. */
public final class SentAt {
    private static final double END_OF_9999 = 253_402_300_799_000d;

    private SentAt() {}

    public static Instant millis(JsonNode value, Instant arrival) {
        return of(value.asDouble(), arrival);
    }

    /** Seconds, whole or with a fraction, as a number or as text. */
    public static Instant seconds(JsonNode value, Instant arrival) {
        return of(value.asDouble() * 1000, arrival);
    }

    private static Instant of(double millis, Instant arrival) {
        return millis > 0 && millis < END_OF_9999 ? Instant.ofEpochMilli((long) millis) : arrival;
    }
}
