package io.renhua.exchange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps of maps, as a script is one. */
final class Tree {
    private Tree() {}

    /** A map of two, in this order. */
    static Map<String, Object> of(String first, Object one, String second, Object other) {
        var map = new LinkedHashMap<String, Object>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    /** A value that is a map; an empty one for anything else. */
    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** A value that is a list; an empty one for anything else. */
    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** All but what stands under a path. */
    static Map<String, Object> without(Map<?, ?> map, String... path) {
        var rest = merged(map, Map.of());
        var name = path[0];
        if (path.length == 1) {
            rest.remove(name);
        } else if (rest.get(name) instanceof Map<?, ?> below) {
            rest.put(name, without(below, Arrays.copyOfRange(path, 1, path.length)));
        }
        return rest;
    }

    /** Both; where both have something else than maps, the second. */
    static Map<String, Object> merged(Map<?, ?> one, Map<?, ?> other) {
        var merged = new LinkedHashMap<String, Object>();
        one.forEach((key, value) -> merged.put(key.toString(), value));
        other.forEach((key, value) -> {
            boolean both = merged.get(key.toString()) instanceof Map && value instanceof Map;
            merged.put(key.toString(), both ? merged(map(merged.get(key.toString())), map(value)) : value);
        });
        return merged;
    }
}
