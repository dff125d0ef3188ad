package io.renhua.conversation;

import io.renhua.connector.Connector;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The connectors that are open, by channel. */
public final class Channels {
    private final Map<String, Connector> connectors;

    public Channels(List<Connector> connectors) {
        this.connectors = connectors.stream()
                .collect(Collectors.toUnmodifiableMap(
                        connector -> connector.channel().name(), Function.identity()));
    }

    public Optional<Connector> named(String channel) {
        return Optional.ofNullable(connectors.get(channel));
    }

    public Collection<Connector> all() {
        return connectors.values();
    }
}
