package io.renhua.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** JSON to and from platforms. Reads leniently: their fields come, go and change type without notice. */
public final class JsonBody {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedBoundedPool()) // most come on a thread of their own
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private JsonBody() {}

    /** The object these bytes hold; empty for anything else. */
    public static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.ofNullable(MAPPER.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty(); // not JSON, which the caller gives its meaning
        }
    }

    /** What the platform answered; an empty object where that is no JSON. */
    public static JsonNode read(Http.Answered answer) {
        return read(answer.body()).orElseGet(JsonBody::object);
    }

    /** The text or number of a field; the default where it is missing, blank, or another kind of thing. */
    public static String text(JsonNode field, String otherwise) {
        var text = field.asText();
        return text.isBlank() || field.isNull() ? otherwise : text;
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** By way of a string, because half an emoji must become a question mark and not an exception. */
    public static byte[] write(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing JSON for a platform", e);
        }
    }

    /** A call that posts JSON. */
    public static Http.Call post(String path, Map<String, String> headers, JsonNode json) {
        var all = new HashMap<>(headers);
        all.put("content-type", "application/json; charset=utf-8");
        return new Http.Call("POST", path, Map.copyOf(all), write(json), PATIENCE);
    }
}
