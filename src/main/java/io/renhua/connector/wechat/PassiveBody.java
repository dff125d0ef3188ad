package io.renhua.connector.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Secret;
import io.renhua.connector.WebhookAnswer;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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
            case Bubble.Words words -> words.fits();
            case Bubble.Menu menu -> menu.asLinks().fits();
            case Bubble.Stored _, Bubble.Article _ -> true;
        };
    }

    WebhookAnswer write(Push push, PassiveReplies.Reply reply) {
        boolean json = push.fields().json();
        var message = JsonBody.object()
                .put("ToUserName", push.openid())
                .put("FromUserName", push.account())
                .put("CreateTime", reply.at().getEpochSecond());
        message.setAll(content(reply.bubble(), json));

        var cipher = push.cipher();
        var body = text(message, json);
        var sent = cipher == null ? body : text(envelope(body, cipher), json);
        return json ? WebhookAnswer.json(sent) : WebhookAnswer.xml(sent);
    }

    private static ObjectNode content(@Nullable Bubble bubble, boolean json) {
        var content = JsonBody.object();
        return switch (bubble) {
            case null -> content.put("MsgType", "transfer_customer_service");
            case Bubble.Words(var text) -> content.put("MsgType", "text").put("Content", text);
            case Bubble.Menu menu -> content(menu.asLinks(), json);
            case Bubble.Stored(var type, var mediaId) -> {
                content.put("MsgType", type).putObject(capitalised(type)).put("MediaId", mediaId);
                yield content;
            }
            case Bubble.Article article -> {
                content.put("MsgType", "news").put("ArticleCount", 1);
                item(content, json)
                        .put("Title", article.title())
                        .put("Description", article.description())
                        .put("PicUrl", article.picture())
                        .put("Url", article.url());
                yield content;
            }
        };
    }

    private static ObjectNode item(ObjectNode content, boolean json) {
        return json
                ? content.putArray("Articles").addObject()
                : content.putObject("Articles").putObject("item");
    }

    private static String capitalised(String type) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    private ObjectNode envelope(String body, WeChatCrypto cipher) {
        byte[] salt = new byte[WeChatCrypto.RANDOM];
        random.nextBytes(salt);
        var encrypted = cipher.encrypt(body, salt);
        var timestamp = clock.instant().getEpochSecond();
        var nonce = Integer.toString(random.nextInt(Integer.MAX_VALUE));
        return JsonBody.object()
                .put("Encrypt", encrypted)
                .put("MsgSignature", WeChatCrypto.sign(token.reveal(), Long.toString(timestamp), nonce, encrypted))
                .put("TimeStamp", timestamp)
                .put("Nonce", nonce);
    }

    private static String text(ObjectNode message, boolean json) {
        return json ? new String(JsonBody.write(message), UTF_8) : "<xml>" + elements(message) + "</xml>";
    }

    private static String elements(JsonNode message) {
        var xml = new StringBuilder();
        message.properties().forEach(field -> {
            var name = field.getKey();
            xml.append('<').append(name).append('>').append(element(field.getValue()));
            xml.append("</").append(name).append('>');
        });
        return xml.toString();
    }

    private static String element(JsonNode value) {
        if (value.isObject()) {
            return elements(value);
        }
        return value.isNumber()
                ? value.asText()
                : "<![CDATA[" + value.asText().replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
}
