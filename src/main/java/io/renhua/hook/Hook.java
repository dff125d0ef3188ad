package io.renhua.hook;

import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who is told.
 *
 * @param events what of
 * @param whole with everything that scripts mask
 * @param host for people to read; never the path, which may hold a secret
 */
public record Hook(String name, Set<EventType> events, boolean whole, String host, HookPost post) {
    public Hook {
        events = Set.copyOf(events.isEmpty() ? EnumSet.copyOf(EventType.ALL) : events);
    }

    /** Under which its place in the journal is kept. */
    String topic() {
        return "hook " + name;
    }
}
