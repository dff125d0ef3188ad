package io.renhua.connector.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** JSON as WeChat writes and wants it. */
final class Json {
    private static final int DEPTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The plain values of an object by name; what is nested is left out. Empty when it is no object. */
    static Optional<Map<String, String>> fields(String document) {
        try {
            var node = MAPPER.readTree(document);
            return node.isObject() ? Optional.of(values(node)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> values(JsonNode object) {
        var values = new HashMap<String, String>();
        object.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                values.put(field.getKey(), SafeXml.printable(field.getValue().asText()));
            }
        });
        return values;
    }

    /** Real characters instead of {@code \}{@code u} escapes, which WeChat would show to people as they stand. */
    static String write(Map<String, ?> object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: fields " + object.keySet(), e);
        }
    }

    /** As {@link #write}, but not through Jackson's byte generator: that one escapes emoji. */
    static byte[] bytes(Map<String, ?> object) {
        return write(object).getBytes(UTF_8);
    }
}
