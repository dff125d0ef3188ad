package io.renhua.connector.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.JsonBody;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a push's body says, by WeChat's names; the same whether it was written in XML or in JSON. */
record Fields(boolean json, Map<String, String> values) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    Fields {
        values = Map.copyOf(values);
    }

    /** Empty when the body is neither. */
    static Optional<Fields> read(byte[] body) {
        var text = new String(body, UTF_8);
        var document = (text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text).strip();
        return document.startsWith("{")
                ? JsonBody.read(body).map(json -> new Fields(true, plainValues(json)))
                : SafeXml.fields(document).map(values -> new Fields(false, values));
    }

    private static Map<String, String> plainValues(JsonNode json) {
        var values = new HashMap<String, String>();
        json.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                values.put(field.getKey(), SafeXml.printable(field.getValue().asText()));
            }
        });
        return values;
    }

    /** The field's text; empty where it is missing, or is not a plain value. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }
}
