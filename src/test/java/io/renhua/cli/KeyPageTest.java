package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of keys is what the schema says, and the schema says something of every key. */
class KeyPageTest {
    private static final Path SCHEMA = Path.of("personas/persona.schema.json");
    private static final Path PAGE = Path.of("src/docs/keys.md");

    @Test
    void isWhatTheSchemaSays() throws IOException {
        var page = new KeyPage(schema());
        var parts = page.parts().stream().map(page::part).collect(Collectors.joining("\n"));

        assertThat(Files.readString(PAGE))
                .as("after a change of the schema: the parts that ./renhua keys prints belong under the page's heading")
                .endsWith("\n\n" + parts);
    }

    @Test
    void tellsOfEveryKeyWhatItIsAndWhatItLooksLike() throws IOException {
        var page = new KeyPage(schema());

        assertThat(page.parts())
                .allSatisfy(part ->
                        assertThat(page.part(part)).doesNotContain("|  |").doesNotContain("\n\n.\n"));
    }

    @Test
    void leavesNoPartOut() throws IOException {
        var parts = schema().path("$defs").properties().stream()
                .filter(definition -> definition.getValue().has("properties"))
                .map(definition -> definition.getKey())
                .toList();

        assertThat(new KeyPage(schema()).parts()).containsExactlyInAnyOrderElementsOf(parts);
    }

    private static JsonNode schema() throws IOException {
        return new ObjectMapper().readTree(SCHEMA.toFile());
    }
}
