package io.renhua.conversation;

import io.renhua.connector.Connector;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The connectors that are open, by channel. */
public final class Channels {
    private final Map<String, Connector> connectors = new ConcurrentHashMap<>();

    public Channels(List<Connector> connectors) {
        connectors.forEach(this::open);
    }

    /** Opens one more. */
    public void open(Connector connector) {
        connectors.put(connector.channel().name(), connector);
    }

    /** Shuts one; empty where it was not open. */
    public Optional<Connector> close(String channel) {
        return Optional.ofNullable(connectors.remove(channel));
    }

    public Optional<Connector> named(String channel) {
        return Optional.ofNullable(connectors.get(channel));
    }

    public Collection<Connector> all() {
        return List.copyOf(connectors.values());
    }
}
