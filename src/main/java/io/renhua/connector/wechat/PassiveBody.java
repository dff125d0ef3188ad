package io.renhua.connector.wechat;

import io.renhua.connector.Secret;
import io.renhua.connector.WebhookAnswer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Writes passive replies in the form their pushes came in: XML or JSON, in clear or encrypted. */
final class PassiveBody {
    private final Secret token;
    private final Clock clock;
    private final RandomGenerator random;

    /** @param random unforeseeable, for encryption */
    PassiveBody(Secret token, Clock clock, RandomGenerator random) {
        this.token = token;
        this.clock = clock;
        this.random = random;
    }

    /** Whether a passive reply can carry the bubble. */
    static boolean holds(Bubble bubble) {
        return switch (bubble) {
            case Bubble.Words(var text) -> Bubble.fits(text);
            case Bubble.Menu menu -> Bubble.fits(menu.asLinks().text());
            case Bubble.Stored _, Bubble.Article _ -> true;
        };
    }

    WebhookAnswer write(Push push, PassiveReplies.Reply reply) {
        boolean json = push.fields().json();
        var message = new LinkedHashMap<String, Object>();
        message.put("ToUserName", push.openid());
        message.put("FromUserName", push.account());
        message.put("CreateTime", reply.at().getEpochSecond());
        message.putAll(content(reply.bubble(), json));

        var body = write(message, json);
        var cipher = push.cipher();
        var sent = cipher == null ? body : write(envelope(body, cipher), json);
        return json ? WebhookAnswer.json(sent) : WebhookAnswer.xml(sent);
    }

    private static Map<String, Object> content(Bubble bubble, boolean json) {
        return switch (bubble) {
            case Bubble.Words(var text) -> ordered("MsgType", "text", "Content", text);
            case Bubble.Menu menu -> content(menu.asLinks(), json);
            case Bubble.Stored(var type, var mediaId) ->
                ordered("MsgType", type, capitalised(type), Map.of("MediaId", mediaId));
            case Bubble.Article(var title, var description, var url, var picture) -> {
                var item = ordered("Title", title, "Description", description, "PicUrl", picture, "Url", url);
                yield ordered(
                        "MsgType", "news", "ArticleCount", 1, "Articles", json ? List.of(item) : Map.of("item", item));
            }
        };
    }

    private static String capitalised(String type) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    private Map<String, Object> envelope(String body, WeChatCrypto cipher) {
        byte[] salt = new byte[WeChatCrypto.RANDOM];
        random.nextBytes(salt);
        var encrypted = cipher.encrypt(body, salt);
        var timestamp = clock.instant().getEpochSecond();
        var nonce = Integer.toString(random.nextInt(Integer.MAX_VALUE));
        var signature = WeChatCrypto.sign(token.reveal(), Long.toString(timestamp), nonce, encrypted);
        return ordered("Encrypt", encrypted, "MsgSignature", signature, "TimeStamp", timestamp, "Nonce", nonce);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static String write(Map<String, ?> fields, boolean json) {
        return json ? Json.write(fields) : "<xml>" + elements(fields) + "</xml>";
    }

    private static String elements(Map<?, ?> fields) {
        var xml = new StringBuilder();
        fields.forEach((name, value) -> xml.append('<')
                .append(name)
                .append('>')
                .append(value(value))
                .append("</")
                .append(name)
                .append('>'));
        return xml.toString();
    }

    private static String value(Object value) {
        return switch (value) {
            case Map<?, ?> nested -> elements(nested);
            case Number number -> number.toString();
            default -> "<![CDATA[" + value.toString().replace("]]>", "]]]]><![CDATA[>") + "]]>";
        };
    }
}
