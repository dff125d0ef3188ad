package io.renhua.persona;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who of the people at the desk should take somebody, and how soon; the desk orders by it.
 *
 * @param jumpsQueue whether they stand before those who have waited longer
 * @param prefer one of {@link #PREFERENCES}; null for whoever is free
 * @param waitMax after how long a wait the other team takes them; null for never
 * @param otherwise that other team
 */
public record Routing(
        boolean jumpsQueue,
        @Nullable String prefer,
        @Nullable Duration waitMax,
        @Nullable String otherwise) {
    public static final List<String> PREFERENCES = List.of("last_agent", "last_agent_if_online");

    /** In their turn, by whoever is free. */
    public static final Routing USUAL = new Routing(false, null, null, null);
}
