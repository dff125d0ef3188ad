package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What editors underline and what the reader refuses are the same keys. */
class SchemaTest {
    private static final Path FILE = Path.of("personas/persona.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Days are no fixed list of keys; the reader checks them itself. */
    private static final Set<String> WITHOUT_VOCABULARY = Set.of("hours");

    @TestFactory
    Stream<DynamicTest> knowsTheKeysThatTheReaderKnows() throws IOException {
        var definitions = JSON.readTree(FILE.toFile()).path("$defs");

        return Arrays.stream(Vocabulary.values())
                .map(vocabulary -> DynamicTest.dynamicTest(name(vocabulary), () -> {
                    var definition = definitions.path(name(vocabulary));
                    assertThat(keys(definition.path("properties")))
                            .containsExactlyInAnyOrderElementsOf(vocabulary.keys());
                    assertThat(definition.path("additionalProperties").isBoolean())
                            .isTrue();
                }));
    }

    @Test
    void closesNothingThatTheReaderLeavesOpen() throws IOException {
        var definitions = JSON.readTree(FILE.toFile()).path("$defs");
        var known = new HashSet<>(WITHOUT_VOCABULARY);
        Arrays.stream(Vocabulary.values()).map(SchemaTest::name).forEach(known::add);

        var closed = keys(definitions).stream()
                .filter(name ->
                        definitions.path(name).path("additionalProperties").isBoolean())
                .toList();

        assertThat(known).containsAll(closed);
    }

    @TestFactory
    Stream<DynamicTest> acceptsEveryFileThatTheReaderAccepts() throws IOException {
        var files = Stream.concat(scripts(PersonaFolder.MO), scripts(Path.of("personas")));
        return files.map(file -> DynamicTest.dynamicTest(
                file.toString(),
                () -> assertThat(validate(Files.readString(file))).isEmpty()));
    }

    @Test
    void underlinesAMistypedKey() throws IOException {
        assertThat(validate("lines:\n  tea:\n    akss: [tea]\n"))
                .singleElement()
                .asString()
                .contains("akss");
    }

    @Test
    void underlinesAWrongValue() throws IOException {
        assertThat(validate("tone:\n  sliders:\n    funny: 5\n"))
                .singleElement()
                .asString()
                .contains("maximum");
        assertThat(validate("forms:\n  visit:\n    expires: soon\n"))
                .singleElement()
                .asString()
                .contains("pattern");
    }

    @Test
    void keepsKeysOfOthers() throws IOException {
        assertThat(validate("x-editor: {zoom: 2}\nlines:\n  tea:\n    x-note: later\n"))
                .isEmpty();
    }

    private static Stream<Path> scripts(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        }
    }

    private static String name(Vocabulary vocabulary) {
        return vocabulary.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static Set<ValidationMessage> validate(String yaml) throws IOException {
        var value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema().validate(JSON.valueToTree(value));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(FILE));
    }
}
