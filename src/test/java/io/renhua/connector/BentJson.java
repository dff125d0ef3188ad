package io.renhua.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Copies of a JSON body, each with one field missing or of another type. Empty for bodies that are no JSON. */
final class BentJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<JsonNode> OTHERS = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(-1),
            JSON.numberNode(1e300),
            JSON.textNode(""),
            JSON.textNode("\ud83d\0/ "),
            JSON.arrayNode(),
            JSON.arrayNode().add(1).addObject().putArray("x"),
            JSON.objectNode(),
            JSON.objectNode().put("id", "7").put("type", "text"));

    private final JsonNode root;
    private final List<byte[]> copies = new ArrayList<>();

    private BentJson(JsonNode root) {
        this.root = root;
    }

    static List<byte[]> of(byte[] body) {
        return JsonBody.read(body).map(json -> new BentJson(json).all()).orElse(List.of());
    }

    private List<byte[]> all() {
        bend(root);
        return copies;
    }

    private void bend(JsonNode node) {
        switch (node) {
            case ObjectNode object -> bendFields(object);
            case ArrayNode array -> bendElements(array);
            default -> {}
        }
    }

    private void bendFields(ObjectNode object) {
        for (var name :
                object.properties().stream().map(field -> field.getKey()).toList()) {
            var kept = object.get(name);
            for (var other : OTHERS) {
                object.set(name, other);
                keepCopy();
            }
            object.remove(name);
            keepCopy();
            object.set(name, kept);
            bend(kept);
        }
    }

    private void bendElements(ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
            var kept = array.get(i);
            for (var other : OTHERS) {
                array.set(i, other);
                keepCopy();
            }
            array.set(i, kept);
            bend(kept);
        }
    }

    private void keepCopy() {
        copies.add(JsonBody.write(root));
    }
}
