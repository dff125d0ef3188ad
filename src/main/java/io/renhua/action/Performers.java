package io.renhua.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who does which action: an address of the persona's own, or else a bean of that name. */
public final class Performers {
    private final Map<Place, Performer> addresses;
    private final List<Performer> beans;

    public Performers(Map<Place, Performer> addresses, List<Performer> beans) {
        this.addresses = Map.copyOf(addresses);
        this.beans = List.copyOf(beans);
    }

    /** A persona's action. */
    public record Place(String persona, String action) {}

    public Optional<Performer> of(String persona, String action) {
        return Optional.ofNullable(addresses.get(new Place(persona, action)))
                .or(() -> beans.stream()
                        .filter(bean -> bean.action().equals(action))
                        .findFirst());
    }
}
