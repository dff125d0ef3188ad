package io.renhua.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Every key of a persona script, in words: a page for people made of the schema that editors use, so that both say the same. A
 * part of a script is a definition with keys of its own; any other is a form that a value has, and its title names it.
 */
final class KeyPage {
    private static final String REFERENCE = "#/$defs/";

    private final JsonNode schema;
    private final JsonNode definitions;

    /** @param schema the JSON Schema of a script */
    KeyPage(JsonNode schema) {
        this.schema = schema;
        this.definitions = schema.path("$defs");
    }

    /** The parts of a script in the order in which one meets them, reading from the top. */
    List<String> parts() {
        Set<String> met = new LinkedHashSet<>();
        var open = new ArrayDeque<>(List.of("persona"));
        while (!open.isEmpty()) {
            var part = open.removeFirst();
            if (met.add(part)) {
                var within = new ArrayList<String>();
                definitions.path(part).path("properties").forEach(key -> partsIn(key, within));
                within.reversed().forEach(open::addFirst);
            }
        }
        return List.copyOf(met);
    }

    private void partsIn(JsonNode node, List<String> found) {
        var named = named(node);
        if (isPart(named)) {
            found.add(named);
        }
        node.forEach(child -> partsIn(child, found));
    }

    private boolean isPart(String definition) {
        return definitions.path(definition).has("properties");
    }

    /** A part: what it is, and a row for each of its keys. */
    String part(String name) {
        var part = definitions.path(name);
        var rows = part.path("properties").properties().stream()
                .map(key ->
                        "| `" + key.getKey() + "` | " + meaning(key.getValue()) + " | " + form(key.getValue()) + " |")
                .collect(Collectors.joining("\n"));
        return "## " + name + "\n\n" + part.path("description").asText()
                + ".\n\n| Key | What it is | Form |\n|---|---|---|\n" + rows + "\n";
    }

    /** What a key is for: its own words, or those of the part it holds. */
    private String meaning(JsonNode key) {
        var own = key.path("description").asText();
        return (own.isEmpty() ? definitions.path(named(key)).path("description").asText() : own).replace("|", "\\|");
    }

    private String form(JsonNode node) {
        var named = named(node);
        if (!named.isEmpty()) {
            return isPart(named)
                    ? "[" + named + "](#" + named + ")"
                    : definitions.path(named).path("title").asText(named);
        }
        if (node.has("$ref")) {
            return form(schema.at(node.path("$ref").asText().substring(1))); // a key that looks like another one
        }
        if (node.has("anyOf")) {
            return StreamSupport.stream(node.path("anyOf").spliterator(), false)
                    .map(this::form)
                    .distinct()
                    .collect(Collectors.joining(" or "));
        }
        if (node.has("enum")) {
            return StreamSupport.stream(node.path("enum").spliterator(), false)
                    .map(value -> "`" + value.asText() + "`")
                    .collect(Collectors.joining(" "));
        }
        return switch (node.path("type").asText()) {
            case "array" -> "list of " + form(node.path("items"));
            case "object" -> "names, each with " + form(node.path("additionalProperties"));
            default -> "text";
        };
    }

    private static String named(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.startsWith(REFERENCE) && reference.indexOf('/', REFERENCE.length()) < 0
                ? reference.substring(REFERENCE.length())
                : "";
    }
}
