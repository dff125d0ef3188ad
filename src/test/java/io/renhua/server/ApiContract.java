package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What {@code openapi.yaml} promises, and whether answers keep it. */
final class ApiContract {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode whole;
    private final Set<String> seen = new TreeSet<>();

    ApiContract(String yaml) {
        whole = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    /** Such as {@code GET /api/v1/conversations}. */
    Set<String> operations() {
        var names = new TreeSet<String>();
        operations((path, method) -> names.add(method.toUpperCase(Locale.ROOT) + " /api/v1" + path));
        return names;
    }

    /** Every operation with each status that it may answer with. */
    Set<String> answers() {
        var names = new TreeSet<String>();
        operations((path, method) -> whole.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .fieldNames()
                .forEachRemaining(
                        status -> names.add(method.toUpperCase(Locale.ROOT) + " /api/v1" + path + " " + status)));
        return names;
    }

    /** Those of them that a test has seen. */
    Set<String> seen() {
        return seen;
    }

    String scope(String operation) {
        return operation(operation).path("tags").path(0).asText();
    }

    boolean takesABody(String operation) {
        return operation(operation).has("requestBody");
    }

    /** Whether the answer is one that the operation may give, in its form. */
    HttpResponse<String> keeps(String operation, HttpResponse<String> answer) {
        var promised = resolved(operation(operation).path("responses").path(String.valueOf(answer.statusCode())));
        assertThat(promised.isMissingNode())
                .as("%s may answer %s: %s", operation, answer.statusCode(), answer.body())
                .isFalse();
        var form = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        var schema = promised.path("content").path(form).path("schema");
        assertThat(schema.isMissingNode())
                .as("%s answers as %s", operation, form)
                .isFalse();
        assertThat(problems(schema, answer.body()))
                .as(operation + " " + answer.body())
                .isEmpty();
        seen.add(operation + " " + answer.statusCode());
        return answer;
    }

    private Set<?> problems(JsonNode schema, String body) {
        var rooted = (ObjectNode) schema.deepCopy();
        rooted.set("components", whole.path("components"));
        try {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(rooted)
                    .validate(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(body, e);
        }
    }

    private JsonNode operation(String name) {
        var parts = name.split(" ");
        return whole.path("paths").path(parts[1].substring("/api/v1".length())).path(parts[0].toLowerCase(Locale.ROOT));
    }

    private JsonNode resolved(JsonNode part) {
        var reference = part.path("$ref").asText();
        return reference.isEmpty() ? part : whole.at(reference.substring(1));
    }

    private void operations(BiConsumer<String, String> each) {
        whole.path("paths")
                .properties()
                .forEach(path -> Stream.of("get", "post", "put", "patch", "delete")
                        .filter(path.getValue()::has)
                        .forEach(method -> each.accept(path.getKey(), method)));
    }
}
