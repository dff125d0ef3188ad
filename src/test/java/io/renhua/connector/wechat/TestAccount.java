package io.renhua.connector.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.renhua.connector.Connector;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.MemoryTokens;
import io.renhua.connector.Secret;
import io.renhua.connector.Settings;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An account as tests configure it, and the pushes WeChat would send to it. */
record TestAccount(String mode, String token, String key, String appId) {
    static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    static final String OTHER_KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefg";
    static final Clock NOW = Clock.fixed(Instant.parse("2026-01-01T00:00:05Z"), ZoneOffset.UTC);

    static final TestAccount SECURE = new TestAccount("secure", "shitea-token", KEY, "wx00000000000000aa");
    static final TestAccount PLAINTEXT = new TestAccount("plaintext", "shitea-token", KEY, "wx00000000000000aa");

    private static final byte[] SALT = "0123456789abcdef".getBytes(UTF_8);

    Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "app-id", appId,
                "app-secret", "an-app-secret",
                "token", token,
                "encoding-aes-key", key,
                "mode", mode));
    }

    /** A connector that cannot call anybody. */
    Connector connector(Duration patience) {
        return connector(settings(), patience, base -> call -> {
            throw new AssertionError("no call of the API was expected");
        });
    }

    static Connector connector(Map<String, String> values, Duration patience, HttpFactory http) {
        var settings = new Settings("tea", values);
        var connector = new WeChatPlatform(new MemoryTokens(NOW), patience)
                .open(new Channel("tea", "wechat"), settings, http, NOW);
        if (!settings.problems().isEmpty()) {
            throw new IllegalArgumentException(settings.problems().toString());
        }
        return connector;
    }

    /** The push that carries this message, protected as the mode says. */
    WebhookRequest push(String message) {
        return mode.equals("plaintext") ? plain(message) : encrypted(message);
    }

    WebhookRequest plain(String body) {
        var signature = WeChatCrypto.sign(token, "1767225600", "415670741");
        return post(Map.of("signature", signature), body);
    }

    WebhookRequest encrypted(String message) {
        var encrypt = encrypt(message);
        return message.strip().startsWith("{")
                ? envelope(encrypt, "{\"ToUserName\":\"gh_0a1b2c3d4e5f\",\"Encrypt\":\"" + encrypt + "\"}")
                : envelope(
                        encrypt,
                        "<xml><ToUserName><![CDATA[gh_0a1b2c3d4e5f]]></ToUserName><Encrypt><![CDATA[" + encrypt
                                + "]]></Encrypt></xml>");
    }

    String encrypt(String message) {
        return new WeChatCrypto(appId, new Secret(key)).encrypt(message, SALT);
    }

    /** A body whose encrypted part is signed. */
    WebhookRequest envelope(String encrypt, String body) {
        return post(
                Map.of(
                        "encrypt_type", "aes",
                        "signature", WeChatCrypto.sign(token, "1767225600", "415670741"),
                        "msg_signature", WeChatCrypto.sign(token, "1767225600", "415670741", encrypt)),
                body);
    }

    private static WebhookRequest post(Map<String, String> signatures, String body) {
        var query = new HashMap<String, List<String>>();
        signatures.forEach((name, value) -> query.put(name, List.of(value)));
        query.put("timestamp", List.of("1767225600"));
        query.put("nonce", List.of("415670741"));
        query.put("openid", List.of("oPao-1xQ8_renhua_visitor_001"));
        var headers = Map.of("content-type", List.of("text/xml"));
        return new WebhookRequest("POST", headers, query, body.getBytes(UTF_8));
    }

    static String recorded(String file) {
        try (var stream = TestAccount.class.getResourceAsStream("/webhooks/wechat/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
