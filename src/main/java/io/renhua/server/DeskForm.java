package io.renhua.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The fields of a form that was sent, read from the body as one text: bound field by field, Micronaut may read the same
 * piece of the body twice at once and answer 500.
 */
record DeskForm(Map<String, String> fields) {

    /** Reads {@code application/x-www-form-urlencoded}. What is not encoded as it should be counts as empty. */
    static DeskForm of(String body) {
        var fields = new HashMap<String, String>();
        for (var pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new DeskForm(Map.copyOf(fields));
    }

    /** The field's text; empty when it was not sent. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // no browser sends a broken escape; the field is as good as missing
        }
    }
}
