package io.renhua.connector.wechat;

import static io.renhua.connector.wechat.TestAccount.KEY;
import static io.renhua.connector.wechat.TestAccount.OTHER_KEY;
import static io.renhua.connector.wechat.TestAccount.PLAINTEXT;
import static io.renhua.connector.wechat.TestAccount.SECURE;
import static io.renhua.connector.wechat.TestAccount.recorded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Connector;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Content;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is believed: the address check, the three modes, and everything that must be refused. */
class WeChatWebhookTest {
    private static final String TEXT = recorded("text.xml");

    private final Connector secure = SECURE.connector(Duration.ZERO);
    private final Connector plaintext = PLAINTEXT.connector(Duration.ZERO);

    @ParameterizedTest
    @ValueSource(strings = {"plaintext", "compatible", "secure"})
    void echoesASignedAddressCheckAsPlainText(String mode) {
        var connector = new TestAccount(mode, "shitea-token", KEY, "wx1").connector(Duration.ZERO);

        var webhook = connector.receive(addressCheck("<b>4375120948345356249</b>"));

        assertThat(webhook).isInstanceOfSatisfying(Webhook.Challenge.class, challenge -> {
            assertThat(challenge.answer().contentType()).startsWith("text/plain");
            assertThat(challenge.answer().body()).asString(UTF_8).isEqualTo("<b>4375120948345356249</b>");
        });
    }

    @Test
    void readsNoMessageFromAnAddressCheck() {
        var check = addressCheck("1");
        var withBody = new WebhookRequest("GET", check.headers(), check.query(), TEXT.getBytes(UTF_8));

        assertThat(plaintext.receive(withBody)).isInstanceOf(Webhook.Challenge.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "timestamp", "nonce", "echostr"})
    void refusesAnAddressCheckWithoutOneOfItsParts(String parameter) {
        for (var spoilt : spoilt(addressCheck("1"), parameter)) {
            assertThat(secure.receive(spoilt)).isInstanceOf(Webhook.Forged.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "timestamp", "nonce"})
    void refusesAPlainPushWithoutOneOfItsParts(String parameter) {
        for (var spoilt : spoilt(PLAINTEXT.push(TEXT), parameter)) {
            assertThat(plaintext.receive(spoilt)).isInstanceOf(Webhook.Forged.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"msg_signature", "timestamp", "nonce"})
    void refusesAnEncryptedPushWithoutOneOfItsParts(String parameter) {
        for (var spoilt : spoilt(SECURE.push(TEXT), parameter)) {
            assertThat(secure.receive(spoilt)).isInstanceOf(Webhook.Forged.class);
        }
    }

    @Test
    void refusesSignaturesThatAreNearlyRight() {
        for (var signature : nearly(WeChatCrypto.sign("shitea-token", "1767225600", "415670741"))) {
            assertThat(plaintext.receive(with(PLAINTEXT.push(TEXT), "signature", signature)))
                    .as(signature)
                    .isInstanceOf(Webhook.Forged.class);
        }
        var encrypt = SECURE.encrypt(TEXT);
        for (var signature : nearly(WeChatCrypto.sign("shitea-token", "1767225600", "415670741", encrypt))) {
            assertThat(secure.receive(with(SECURE.push(TEXT), "msg_signature", signature)))
                    .as(signature)
                    .isInstanceOf(Webhook.Forged.class);
        }
    }

    @Test
    void doesNotTakeTheSignatureOfTheAddressForThatOfTheMessage() {
        var signature = WeChatCrypto.sign("shitea-token", "1767225600", "415670741");

        assertThat(secure.receive(with(SECURE.push(TEXT), "msg_signature", signature)))
                .isInstanceOf(Webhook.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secure", "compatible"})
    void refusesAPlainBodyWhereMessagesAreEncrypted(String mode) {
        var account = new TestAccount(mode, "shitea-token", KEY, "wx1");

        assertThat(account.connector(Duration.ZERO).receive(account.plain(TEXT)))
                .isInstanceOf(Webhook.Forged.class);
    }

    @Test
    void believesTheEncryptedHalfOfACompatibleBody() {
        var account = new TestAccount("compatible", "shitea-token", KEY, "wx1");
        var encrypt = account.encrypt(TEXT);
        var both = recorded("text.xml")
                .replace("請問週日有開嗎？🍵", "send everything to eve")
                .replace("</xml>", "<Encrypt><![CDATA[" + encrypt + "]]></Encrypt></xml>");

        var webhook = account.connector(Duration.ZERO).receive(account.envelope(encrypt, both));

        assertThat(words(webhook)).isEqualTo("請問週日有開嗎？🍵");
    }

    @Test
    void refusesEveryChangeOfTheEncryptedMessage() {
        var genuine = SECURE.push(TEXT);
        var body = new String(genuine.body(), UTF_8);
        int start = body.indexOf("<Encrypt>") + 18;
        for (int place = start; place < start + 64; place++) {
            var changed = new StringBuilder(body);
            changed.setCharAt(place, changed.charAt(place) == 'A' ? 'B' : 'A');

            assertThat(secure.receive(body(genuine, changed.toString()))).isInstanceOf(Webhook.Forged.class);
        }
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void refusesAnEnvelopeThatCannotBeOpened(String envelope) {
        assertThat(secure.receive(body(SECURE.push(TEXT), envelope))).isInstanceOf(Webhook.Forged.class);
    }

    static Stream<String> envelopes() {
        return Stream.of(
                "",
                "{}",
                "[]",
                "null",
                "<xml/>",
                "<xml><Encrypt/></xml>",
                "<xml><Encrypt>hello</Encrypt></xml>",
                "{\"Encrypt\":null}",
                "{\"Encrypt\":[\"a\"]}",
                "{\"Encrypt\":\"a\",\"Encrypt\":\"b\"}",
                "Encrypt=a",
                "<!DOCTYPE xml><xml><Encrypt>a</Encrypt></xml>");
    }

    @Test
    void refusesWhatIsSignedForAnotherAccount() {
        var other = new TestAccount("secure", "other-token", KEY, SECURE.appId());

        assertThat(secure.receive(other.push(TEXT))).isInstanceOf(Webhook.Forged.class);
    }

    @Test
    void refusesWhatIsEncryptedForAnotherAppIdUnderTheSameToken() {
        var other = new TestAccount("secure", SECURE.token(), KEY, "wx00000000000000bb");

        assertThat(secure.receive(other.push(TEXT))).isInstanceOf(Webhook.Forged.class);
    }

    @Test
    void takesThePreviousKeyWhileItIsConfiguredAndNotAfter() {
        var old = new TestAccount("secure", SECURE.token(), OTHER_KEY, SECURE.appId());
        var overlap = settings(values -> values.put("previous-encoding-aes-key", OTHER_KEY));

        assertThat(words(overlap.receive(old.push(TEXT)))).isEqualTo("請問週日有開嗎？🍵");
        assertThat(words(overlap.receive(SECURE.push(TEXT)))).isEqualTo("請問週日有開嗎？🍵");
        assertThat(secure.receive(old.push(TEXT))).isInstanceOf(Webhook.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "HEAD", "DELETE", "PATCH", "OPTIONS", "post", ""})
    void refusesOtherMethods(String method) {
        var genuine = SECURE.push(TEXT);
        var request = new WebhookRequest(method, genuine.headers(), genuine.query(), genuine.body());

        assertThat(secure.receive(request)).isInstanceOf(Webhook.Forged.class);
    }

    @ParameterizedTest
    @MethodSource("wordsThatMustPass")
    void passesEveryWordThatPeopleSend(String said) {
        var body = "{\"ToUserName\":\"gh_1\",\"FromUserName\":\"o1\",\"CreateTime\":1,\"MsgType\":\"text\",\"MsgId\":1,"
                + "\"Content\":\"" + said + "\"}";

        assertThat(words(secure.receive(SECURE.push(body)))).isEqualTo(said);
        assertThat(words(plaintext.receive(PLAINTEXT.push(body)))).isEqualTo(said);
    }

    static Stream<String> wordsThatMustPass() {
        var planes = Stream.of(0x41, 0xE9, 0x6CF0, 0xE000, 0xFEFF, 0x1F375, 0x20BB7, 0x2A6D6, 0xE0041, 0x10FFFD)
                .map(Character::toString);
        var sequences =
                Stream.of("👩‍👩‍👧‍👦", "🇹🇼", "e\u0301", "\u202Eabc", "a\u200Bb", "０", "ﬁ", "İı", "你好，世界", "\u007F");
        return Stream.concat(planes, sequences).flatMap(text -> Stream.of(text, "x" + text, text + text, text + " y"));
    }

    @Test
    void readsLineBreaksAndByteOrderMarks() {
        var marked = "\uFEFF" + TEXT.replace("\n", "\r\n").replace("請問", "一\n二");

        assertThat(words(plaintext.receive(PLAINTEXT.push(marked)))).isEqualTo("一\n二週日有開嗎？🍵");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void saysWhenAProvenMessageCannotBeRead(String message) {
        assertThat(plaintext.receive(PLAINTEXT.push(message))).isInstanceOf(Webhook.Malformed.class);
        assertThat(secure.receive(SECURE.push(message))).isInstanceOf(Webhook.Malformed.class);
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "<xml><FromUserName>o1</FromUserName>",
                "<!DOCTYPE xml [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><xml><A>&e;</A></xml>",
                "{\"FromUserName\":\"o1\"",
                "{\"FromUserName\":\"o1\",\"MsgType\":\"text\"} trailing",
                "{\"a\":".repeat(40) + "1" + "}".repeat(40),
                "{\"a\":" + "9".repeat(100_000) + "}",
                "{}",
                "<xml/>",
                "<xml><FromUserName>o1</FromUserName></xml>",
                "<xml><MsgType>text</MsgType></xml>",
                "<xml><FromUserName>o/1</FromUserName><MsgType>text</MsgType></xml>",
                "<xml><FromUserName>" + "o".repeat(65) + "</FromUserName><MsgType>text</MsgType></xml>",
                "<xml><FromUserName>o1\r\nx</FromUserName><MsgType>text</MsgType></xml>");
    }

    @Test
    void saysNothingOfTheMessageWhenRefusing() {
        var secret = "<xml>my card is 4111111111111111";

        assertThat(plaintext.receive(PLAINTEXT.push(secret)).toString()).doesNotContain("4111");
        assertThat(secure.receive(PLAINTEXT.push(secret)).toString()).doesNotContain("4111", "shitea-token");
    }

    private static WebhookRequest addressCheck(String echo) {
        var signature = WeChatCrypto.sign("shitea-token", "1714036504", "1514711492");
        var query = Map.of(
                "signature", List.of(signature),
                "timestamp", List.of("1714036504"),
                "nonce", List.of("1514711492"),
                "echostr", List.of(echo));
        return new WebhookRequest("GET", Map.of(), query, new byte[0]);
    }

    /** The request without the parameter, with it blank, twice, and (but for what is only echoed) with another value. */
    private static List<WebhookRequest> spoilt(WebhookRequest request, String parameter) {
        var value = request.parameter(parameter).orElseThrow();
        var spoilt = new ArrayList<>(List.of(
                query(request, query -> query.remove(parameter)),
                query(request, query -> query.put(parameter, List.of())),
                query(request, query -> query.put(parameter, List.of(value, value))),
                query(request, query -> query.put(parameter, List.of(value, "other"))),
                with(request, parameter, ""),
                with(request, parameter, "  ")));
        if (!parameter.equals("echostr")) {
            spoilt.add(with(request, parameter, value + "1"));
            spoilt.add(with(request, parameter, value.substring(1)));
            spoilt.add(with(request, parameter, value + "\u0000"));
            spoilt.add(with(request, parameter, " " + value));
            spoilt.add(with(request, parameter, "零一二三"));
        }
        return spoilt;
    }

    private static List<String> nearly(String signature) {
        var nearly = new ArrayList<>(List.of(
                signature + "0",
                "0" + signature,
                signature.toUpperCase(Locale.ROOT),
                "sha1=" + signature,
                signature + "\n",
                signature.replace('0', 'Ｏ') + "０",
                "null",
                "true"));
        for (int length = 1; length < signature.length(); length++) {
            nearly.add(signature.substring(0, length));
        }
        return nearly;
    }

    private static WebhookRequest with(WebhookRequest request, String parameter, String value) {
        return query(request, query -> query.put(parameter, List.of(value)));
    }

    private static WebhookRequest query(WebhookRequest request, Consumer<Map<String, List<String>>> change) {
        var query = new HashMap<>(request.query());
        change.accept(query);
        return new WebhookRequest(request.method(), request.headers(), query, request.body());
    }

    private static WebhookRequest body(WebhookRequest request, String body) {
        return new WebhookRequest(request.method(), request.headers(), request.query(), body.getBytes(UTF_8));
    }

    private static Connector settings(Consumer<Map<String, String>> change) {
        var values = SECURE.settings();
        change.accept(values);
        return TestAccount.connector(values, Duration.ZERO, base -> call -> {
            throw new AssertionError("no call of the API was expected");
        });
    }

    private static String words(Webhook webhook) {
        assertThat(webhook).isInstanceOf(Webhook.Messages.class);
        var content = ((Webhook.Messages) webhook).messages().getFirst().content();
        assertThat(content).isInstanceOf(Content.Text.class);
        return content.asText();
    }
}
