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
    /** Whoever had them last: kept for them while they are at the desk, though they have no free hand. */
    public static final String LAST_AGENT = "last_agent";

    /** The same where they have a free hand, else whoever has one. */
    public static final String LAST_AGENT_IF_ONLINE = "last_agent_if_online";

    public static final List<String> PREFERENCES = List.of(LAST_AGENT, LAST_AGENT_IF_ONLINE);

    /** In their turn, by whoever is free. */
    public static final Routing USUAL = new Routing(false, null, null, null);
}
