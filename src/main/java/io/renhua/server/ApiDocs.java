package io.renhua.server;

import io.renhua.store.Json;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What stands in {@code openapi.yaml}, as a page for people has it. */
@Singleton
final class ApiDocs {
    static final String FILE = "/api/v1/openapi.yaml";
    private static final String ROOT = "/api/v1";
    private static final String RESOURCE = "/api/openapi.yaml";

    private final String text = read();
    private final List<Section> sections = sections();

    /** Everything that needs one scope. */
    record Section(String name, String description, List<Operation> operations) {}

    /**
     * One thing that can be done.
     *
     * @param fields what may be sent, a row each: name, kind, description
     * @param answers a row each: status, description
     */
    record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            List<List<String>> fields,
            List<List<String>> answers,
            String curl) {}

    String text() {
        return text;
    }

    List<Section> list() {
        return sections;
    }

    private static String read() {
        try (var file = ApiDocs.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("no description of the API at " + RESOURCE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + RESOURCE, e);
        }
    }

    private List<Section> sections() {
        var whole = map(new Load(LoadSettings.builder().build()).loadFromString(text));
        var sections = new ArrayList<Section>();
        for (var tag : maps(whole.get("tags"))) {
            var operations = new ArrayList<Operation>();
            map(whole.get("paths"))
                    .forEach((path, item) -> map(item).forEach((method, operation) -> {
                        if (!method.equals("parameters")
                                && list(map(operation).get("tags")).contains(text(tag, "name"))) {
                            operations.add(operation(whole, path, method, map(item), map(operation)));
                        }
                    }));
            sections.add(new Section(text(tag, "name"), text(tag, "description"), operations));
        }
        return sections;
    }

    private static Operation operation(
            Map<String, Object> whole, String path, String method, Map<String, Object> item, Map<String, Object> own) {
        var content = map(map(map(own.get("requestBody")).get("content")).get("application/json"));
        var fields = new ArrayList<List<String>>();
        for (var parameters : List.of(maps(item.get("parameters")), maps(own.get("parameters")))) {
            parameters.forEach(parameter -> fields.add(parameter(resolved(whole, parameter))));
        }
        var schema = map(content.get("schema"));
        map(schema.get("properties"))
                .forEach((name, property) -> fields.add(
                        field(name, map(property), list(schema.get("required")).contains(name))));
        var answers = new ArrayList<List<String>>();
        map(own.get("responses"))
                .forEach((status, answer) ->
                        answers.add(List.of(status, text(resolved(whole, map(answer)), "description"))));
        return new Operation(
                text(own, "operationId"),
                method.toUpperCase(Locale.ROOT),
                ROOT + path,
                text(own, "summary"),
                text(own, "description"),
                fields,
                answers,
                curl(method, path, content.get("example")));
    }

    private static List<String> parameter(Map<String, Object> parameter) {
        var kind = text(parameter, "in").equals("path") ? "in the address" : "?" + text(parameter, "name") + "=";
        return List.of(
                text(parameter, "name"), kind, described(text(parameter, "description"), map(parameter.get("schema"))));
    }

    private static List<String> field(String name, Map<String, Object> property, boolean required) {
        return List.of(
                name,
                text(property, "type") + (required ? "" : ", optional"),
                described(text(property, "description"), property));
    }

    private static String described(String description, Map<String, Object> schema) {
        var words = new ArrayList<String>();
        words.add(description);
        if (schema.get("enum") != null) {
            words.add("One of " + String.join(", ", list(schema.get("enum"))) + ".");
        }
        if (schema.get("maximum") != null) {
            words.add(text(schema, "minimum") + " to " + text(schema, "maximum") + ".");
        }
        if (schema.get("maxLength") != null) {
            words.add("At most " + text(schema, "maxLength") + " characters.");
        }
        return String.join(" ", words).strip();
    }

    private static String curl(String method, String path, @Nullable Object example) {
        var address = "\"$RENHUA" + ROOT + path.replace("{channel}", "pao-line").replace("{thread}", "U1f") + "\"";
        var call = "curl " + (method.equals("get") ? "" : "-X " + method.toUpperCase(Locale.ROOT) + " ") + address
                + " \\\n  -H \"Authorization: Bearer $TOKEN\"";
        return example == null ? call : call + " \\\n  -d '" + Json.write(example) + "'";
    }

    private static Map<String, Object> resolved(Map<String, Object> whole, Map<String, Object> part) {
        var reference = text(part, "$ref");
        var found = part;
        if (!reference.isEmpty()) {
            found = whole;
            for (var step : reference.substring(2).split("/")) {
                found = map(found.get(step));
            }
        }
        return found;
    }

    private static String text(Map<String, Object> part, String name) {
        var value = part.get(name);
        return value == null ? "" : value.toString().strip();
    }

    private static Map<String, Object> map(@Nullable Object part) {
        var map = new LinkedHashMap<String, Object>();
        if (part instanceof Map<?, ?> given) {
            given.forEach((name, value) -> map.put(String.valueOf(name), value));
        }
        return map;
    }

    private static List<Map<String, Object>> maps(@Nullable Object part) {
        return part instanceof List<?> given ? given.stream().map(ApiDocs::map).toList() : List.of();
    }

    private static List<String> list(@Nullable Object part) {
        return part instanceof List<?> given
                ? given.stream().map(String::valueOf).toList()
                : List.of();
    }
}
