package io.renhua.hook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it goes with one who is told.
 *
 * @param host where it is told, without the path
 * @param events what of, in words
 * @param waiting how many events are on their way
 * @param oldest when the first of them happened
 * @param nextTry when the next of them is tried
 * @param dead how many were put aside
 * @param putAside the first of those
 * @param failingSince since when nothing arrives
 * @param stopped when it said that it wants no more
 */
public record HookStand(
        String name,
        String host,
        List<String> events,
        int waiting,
        @Nullable Instant oldest,
        @Nullable Instant nextTry,
        int dead,
        List<PutAside> putAside,
        @Nullable Instant failingSince,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt,
        @Nullable Instant stopped) {
    public HookStand {
        events = List.copyOf(events);
        putAside = List.copyOf(putAside);
    }

    /** An event that did not arrive within its time. */
    public record PutAside(
            String event,
            String type,
            String conversation,
            Instant at,
            int attempts,
            @Nullable String why) {}

    /** {@code well}, {@code failing} or {@code stopped}. */
    public String state() {
        return stopped != null ? "stopped" : failingSince != null ? "failing" : "well";
    }
}
