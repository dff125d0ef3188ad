package io.renhua.persona;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where each part of a script stands, by its path such as {@code lines.order_status.says[1].text}; a translation's path
 * ends in {@code @} and its locale.
 */
public final class Places {
    public static final Places NONE = new Places(Map.of());

    private static final Place UNKNOWN = new Place("persona.yaml", 1, 1);

    private final Map<String, Place> byPath;

    public Places(Map<String, Place> byPath) {
        this.byPath = Map.copyOf(new TreeMap<>(byPath));
    }

    /** The place of a part, or of the nearest part around it. */
    public Place of(String path) {
        var place = byPath.get(path);
        if (place != null) {
            return place;
        }
        return path.isEmpty() ? UNKNOWN : of(around(path));
    }

    /** The place of a part's words in one locale. */
    public Place of(String path, String locale) {
        for (var at = path; !at.isEmpty(); at = around(at)) {
            var translated = byPath.get(at + "@" + locale);
            if (translated != null) {
                return translated;
            }
        }
        return of(path);
    }

    private static String around(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
