package io.renhua.connector.wechat;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.renhua.connector.Delivery;
import io.renhua.connector.Http;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls we make: customer-service messages and the typing sign. */
final class WeChatApi {
    static final Map<String, String> JSON = Map.of("content-type", "application/json; charset=utf-8");

    private static final String SEND = "/cgi-bin/message/custom/send";
    private static final String TYPING = "/cgi-bin/message/custom/typing";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Http http;
    private final AccessTokens tokens;

    WeChatApi(Http http, AccessTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    Delivery send(String openid, Bubble bubble) {
        var answer = call(SEND, message(openid, bubble));
        return answer.code() == ErrorCodes.WRONG_ACCOUNT_TYPE && bubble instanceof Bubble.Menu menu
                ? call(SEND, message(openid, menu.asLinks())).outcome()
                : answer.outcome();
    }

    Delivery typing(String openid) {
        return call(TYPING, Map.of("touser", openid, "command", "Typing")).outcome();
    }

    /** Tries once more with a new token when WeChat refuses the one we had: a refused call has done nothing. */
    private ApiAnswer call(String path, Map<String, ?> body) {
        var grant = tokens.current();
        var answer = call(path, body, grant);
        if (grant instanceof AccessTokens.Granted refused && ErrorCodes.STALE_TOKEN.contains(answer.code())) {
            tokens.forget(refused);
            return call(path, body, tokens.current());
        }
        return answer;
    }

    private ApiAnswer call(String path, Map<String, ?> body, AccessTokens.Grant grant) {
        return switch (grant) {
            case AccessTokens.Denied(var outcome) -> ApiAnswer.none(outcome);
            case AccessTokens.Granted granted -> {
                var target = path + "?access_token=" + encode(granted.token(), UTF_8);
                yield ApiAnswer.of(http.send(new Http.Call("POST", target, JSON, Json.bytes(body), TIMEOUT)));
            }
        };
    }

    private static Map<String, Object> message(String openid, Bubble bubble) {
        return switch (bubble) {
            case Bubble.Words(var text) -> message(openid, "text", Map.of("content", text));
            case Bubble.Menu(var prompt, var choices) -> {
                var items = choices.stream()
                        .map(choice -> Map.of("id", choice.key(), "content", SafeXml.printable(choice.label())))
                        .toList();
                yield message(openid, "msgmenu", Map.of("head_content", prompt, "list", items, "tail_content", ""));
            }
            case Bubble.Stored(var type, var mediaId) -> message(openid, type, Map.of("media_id", mediaId));
            case Bubble.Article(var title, var description, var url, var picture) -> {
                var article = Map.of("title", title, "description", description, "url", url, "picurl", picture);
                yield message(openid, "news", Map.of("articles", List.of(article)));
            }
        };
    }

    private static Map<String, Object> message(String openid, String type, Map<String, ?> content) {
        var message = new LinkedHashMap<String, Object>();
        message.put("touser", openid);
        message.put("msgtype", type);
        message.put(type, content);
        return message;
    }
}
