package io.renhua.connector.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.renhua.connector.Secret;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeChatCryptoTest {
    private static final byte[] SALT = "aaaabbbbccccdddd".getBytes(UTF_8);

    private final WeChatCrypto crypto = new WeChatCrypto("wx1", new Secret(TestAccount.KEY));

    @ParameterizedTest
    @MethodSource("signatures")
    void signsAsThePublishedExamplesDo(JsonNode example) {
        var parts = StreamSupport.stream(example.path("parts").spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);

        assertThat(WeChatCrypto.sign(parts)).isEqualTo(example.path("signature").asText());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsThePublishedExamples(JsonNode example) {
        var message = published(example).decrypt(example.path("encrypted").asText());

        assertThat(message.map(bytes -> new String(bytes, UTF_8).strip()))
                .contains(example.path("message").asText());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void writesWhatItReads(JsonNode example) {
        var message = example.path("message").asText();

        var encrypted = published(example).encrypt(message, SALT);

        assertThat(published(example).decrypt(encrypted)).contains(message.getBytes(UTF_8));
    }

    @Test
    void writesThePublishedReplyByteForByte() {
        var example = messages()
                .filter(it -> it.path("message").asText().contains("good luck"))
                .findFirst()
                .orElseThrow();

        var encrypted = published(example)
                .encrypt(
                        example.path("message").asText(),
                        example.path("random").asText().getBytes(UTF_8));

        assertThat(encrypted).isEqualTo(example.path("encrypted").asText());
    }

    @Test
    void holdsMessagesOfEveryLength() {
        for (int length = 0; length < 70; length++) {
            var message = "x".repeat(length);

            assertThat(crypto.decrypt(crypto.encrypt(message, SALT))).contains(message.getBytes(UTF_8));
        }
    }

    @Test
    void doesNotReadWhatIsMeantForAnotherAccount() {
        var foreign = new WeChatCrypto("wx2", new Secret(TestAccount.KEY)).encrypt("hello", SALT);

        assertThat(crypto.decrypt(foreign)).isEmpty();
    }

    @Test
    void doesNotReadWhatAnotherKeyWrote() {
        var foreign = new WeChatCrypto("wx1", new Secret(TestAccount.OTHER_KEY)).encrypt("hello", SALT);

        assertThat(crypto.decrypt(foreign)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "no base64!",
                "AAAAAAAAAAAAAAAAAAAAAA==",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void doesNotReadRubbish(String rubbish) {
        assertThat(crypto.decrypt(rubbish)).isEmpty();
    }

    @Test
    void doesNotReadCutMessages() {
        byte[] whole = Base64.getDecoder().decode(crypto.encrypt("a message of some length, with words in it", SALT));

        for (int length = 0; length < whole.length; length++) {
            var cut = Base64.getEncoder().encodeToString(Arrays.copyOf(whole, length));
            assertThat(crypto.decrypt(cut)).as("%d bytes", length).isEqualTo(Optional.empty());
        }
    }

    private static WeChatCrypto published(JsonNode example) {
        return new WeChatCrypto(
                example.path("appId").asText(),
                new Secret(example.path("encodingAesKey").asText()));
    }

    static Stream<JsonNode> signatures() {
        return examples("signatures");
    }

    static Stream<JsonNode> messages() {
        return examples("messages");
    }

    private static Stream<JsonNode> examples(String kind) {
        try {
            var examples = new JsonMapper().readTree(TestAccount.recorded("worked-examples.json"));
            return StreamSupport.stream(examples.path(kind).spliterator(), false);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reading the worked examples", e);
        }
    }
}
