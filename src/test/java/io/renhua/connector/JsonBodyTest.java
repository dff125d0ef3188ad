package io.renhua.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "7", "[{}]", "\"{}\"", "{", "{}{}", "{'a': 1}"})
    void readsNothingButOneObject(String body) {
        assertThat(JsonBody.read(body.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void survivesDeepNesting() {
        assertThat(JsonBody.read("{\"a\":".repeat(100_000).getBytes(UTF_8))).isEmpty();
    }

    @Test
    void takesTheDefaultForEverythingThatIsNoTextOrNumber() {
        var json = JsonBody.read("{\"a\":\"x\",\"b\":7,\"c\":null,\"d\":{},\"e\":\" \"}".getBytes(UTF_8))
                .orElseThrow();

        assertThat(JsonBody.text(json.path("a"), "default")).isEqualTo("x");
        assertThat(JsonBody.text(json.path("b"), "default")).isEqualTo("7");
        for (var other : new String[] {"c", "d", "e", "missing"}) {
            assertThat(JsonBody.text(json.path(other), "default")).isEqualTo("default");
        }
    }

    @Test
    void writesHalfAnEmojiAsAQuestionMark() {
        var json = JsonBody.object().put("text", "a\ud83d");

        assertThat(new String(JsonBody.write(json), UTF_8)).isEqualTo("{\"text\":\"a?\"}");
    }
}
