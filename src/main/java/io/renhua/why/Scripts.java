package io.renhua.why;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renhua.persona.Reading;
import java.util.Optional;

/** The scripts of versions that spoke, those asked for last at hand. */
public final class Scripts {
    private static final int KEPT = 8;

    private final Versions versions;
    private final Cache<String, Explainer> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    public Scripts(Versions versions) {
        this.versions = versions;
    }

    /** Finds the script of a version that spoke. */
    @FunctionalInterface
    public interface Versions {
        /** Empty when there is none of that name any more. */
        Optional<Reading> find(String persona, String version);
    }

    /** Empty when it is not to be had. */
    public Optional<Explainer> of(String persona, String version) {
        var name = persona + "\n" + version;
        var known = kept.getIfPresent(name);
        if (known != null) {
            return Optional.of(known);
        }
        var found = versions.find(persona, version)
                .flatMap(reading ->
                        Optional.ofNullable(reading.persona()).map(read -> new Explainer(read, reading.places())));
        found.ifPresent(explainer -> kept.put(name, explainer)); // what is not there yet may come
        return found;
    }
}
