package io.renhua.connector.slack;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A form as browsers post it: presses and slash commands come so. */
record SlackForm(SortedMap<String, String> fields) {

    /** Empty where the percent signs make no sense. */
    static Optional<SlackForm> read(byte[] body) {
        try {
            var fields = new TreeMap<String, String>();
            for (var field : new String(body, StandardCharsets.UTF_8).split("&")) {
                var parts = field.split("=", 2);
                fields.putIfAbsent(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
            return Optional.of(new SlackForm(fields));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no form, which the caller gives its meaning
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The field's value, or the default where it is missing or blank. */
    String text(String name, String otherwise) {
        var value = fields.getOrDefault(name, "");
        return value.isBlank() ? otherwise : value;
    }

    byte[] bytes(String name) {
        return text(name, "").getBytes(StandardCharsets.UTF_8);
    }

    /** For a form without an id: the same form again has the same. */
    String fingerprint() {
        return UUID.nameUUIDFromBytes(fields.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
