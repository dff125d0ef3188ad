package io.renhua;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.renhua.connector.Recorded;
import io.renhua.connector.Secret;
import io.renhua.connector.Signatures;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What platforms send: their recorded bodies, with other people's words in them, signed as they sign. */
public final class Knocks {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String WECHAT_TOKEN = "shitea-token";

    private static final String RECORDED_WORDS = "我的包裹在哪裡？😄";

    private Knocks() {}

    /** Somebody writes on LINE. */
    public static Knock line(String person, String id, String words) {
        return line(recorded("line/text.json")
                .replace("U000000000000000000000000000mei01", person)
                .replace("01TESTEVENT000000000000001", id)
                .replace("replytoken0000000000000000000001", "reply-" + id)
                .replace(RECORDED_WORDS, words));
    }

    /** LINE delivers a body. */
    public static Knock line(String body) {
        var bytes = body.getBytes(UTF_8);
        var signature = Base64.getEncoder().encodeToString(Signatures.hmacSha256(new Secret(SECRET), bytes));
        return json("/webhooks/mo-line", bytes).with("x-line-signature", signature);
    }

    /** Somebody writes on Telegram. */
    public static Knock telegram(String person, String id, String words) {
        var body = recorded("telegram/text.json")
                .replace("200000001", person)
                .replace("700001", id)
                .replace(RECORDED_WORDS, words);
        return telegram(body);
    }

    /** Telegram delivers a body. */
    public static Knock telegram(String body) {
        return json("/webhooks/mo-telegram", body.getBytes(UTF_8)).with("x-telegram-bot-api-secret-token", SECRET);
    }

    /** Somebody writes on Slack. */
    public static Knock slack(String person, String id, String words, Instant now) {
        var body = recorded("slack/direct.json")
                .replace("U0MEI", person)
                .replace("D0MEI", "D" + person)
                .replace("Ev0TEST001", id)
                .replace("1780000001.000100", id)
                .replace(RECORDED_WORDS, words);
        return slackBody(body, now);
    }

    /** Slack delivers a body. */
    public static Knock slackBody(String text, Instant now) {
        var body = text.getBytes(UTF_8);
        long time = now.getEpochSecond();
        var hash = Signatures.hmacSha256(new Secret(SECRET), ("v0:" + time + ":").getBytes(UTF_8), body);
        return json("/webhooks/mo-slack", body)
                .with("x-slack-request-timestamp", String.valueOf(time))
                .with("x-slack-signature", "v0=" + HexFormat.of().formatHex(hash));
    }

    /** Somebody writes on WeChat. */
    public static Knock wechat(String person, String id, String words) {
        var body = recorded("wechat/text.xml")
                .replace("oPao-1xQ8_renhua_visitor_001", person)
                .replace("24000000000000001", id)
                .replace("請問週日有開嗎？🍵", words);
        return wechatBody(body, person, "415670741");
    }

    /** WeChat delivers a body; each time it does it takes another number used once. */
    public static Knock wechatBody(String body, String person, String nonce) {
        var signature =
                sha1(Stream.of(WECHAT_TOKEN, "1767225600", nonce).sorted().collect(Collectors.joining()));
        var query = "?timestamp=1767225600&nonce=" + nonce + "&openid=" + person + "&signature=" + signature;
        return new Knock(
                "POST", "/webhooks/mo-wechat" + query, Map.of("content-type", "text/xml"), body.getBytes(UTF_8));
    }

    public static Knock json(String path, byte[] body) {
        return new Knock("POST", path, Map.of("content-type", "application/json"), body);
    }

    public static String recorded(String name) {
        return new String(Recorded.body(name), UTF_8);
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
