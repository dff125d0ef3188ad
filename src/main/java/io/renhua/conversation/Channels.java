package io.renhua.conversation;

import io.renhua.connector.Connector;
import io.renhua.message.Limits;
import io.renhua.message.Screen;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The connectors that are open, by channel. */
public final class Channels {
    private final Map<String, Connector> connectors = new ConcurrentHashMap<>();
    private final Map<String, Screen> screens;

    public Channels(List<Connector> connectors) {
        this(connectors, Map.of());
    }

    /** @param screens of channels whose people have another than the usual one */
    public Channels(List<Connector> connectors, Map<String, Screen> screens) {
        this.screens = Map.copyOf(screens);
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

    /** What a channel can take, on the screens that its people have; empty where it is not open. */
    public Optional<Limits> limits(String channel) {
        return named(channel).map(connector -> connector.limits().on(screens.getOrDefault(channel, Screen.USUAL)));
    }

    public Collection<Connector> all() {
        return List.copyOf(connectors.values());
    }
}
