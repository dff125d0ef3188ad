package io.renhua.server;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.AbstractMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Headers by their lower-case names, looked up where they lie instead of being copied. */
final class WebhookHeaders extends AbstractMap<String, List<String>> {
    private final HttpHeaders headers;

    WebhookHeaders(HttpHeaders headers) {
        this.headers = headers;
    }

    @Override
    public @Nullable List<String> get(@Nullable Object name) {
        var values = name instanceof String text ? headers.getAll(text) : List.<String>of();
        return values.isEmpty() ? null : values;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, List<String>>> entrySet() {
        var names = new TreeSet<String>();
        headers.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names.stream()
                .map(name -> Map.entry(name, headers.getAll(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
