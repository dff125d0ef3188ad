package io.renhua;

import java.util.HashMap;
import java.util.Map;

/** One call at the door. */
@SuppressWarnings("ArrayRecordComponent") // bytes as they go over the wire; nobody compares two knocks
public record Knock(String method, String path, Map<String, String> headers, byte[] body) {

    public Knock with(String header, String value) {
        var all = new HashMap<>(headers);
        all.put(header, value);
        return new Knock(method, path, all, body);
    }

    public Knock at(String elsewhere) {
        return new Knock(method, elsewhere, headers, body);
    }

    public Knock by(String other) {
        return new Knock(other, path, headers, body);
    }
}
