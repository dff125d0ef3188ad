package io.renhua.connector.wechat;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.connector.Delivery;
import io.renhua.connector.Grant;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import java.util.Map;

/** The calls we make: customer-service messages, the typing sign and the menu. */
final class WeChatApi {
    private static final String SEND = "/cgi-bin/message/custom/send";
    private static final String MENU = "/cgi-bin/menu/create";
    private static final String TYPING = "/cgi-bin/message/custom/typing";

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
        return call(TYPING, JsonBody.object().put("touser", openid).put("command", "Typing"))
                .outcome();
    }

    /** Sets the account's menu; people see it within a day, as their app keeps the old one for a while. */
    Delivery set(CustomMenu menu) {
        return call(MENU, menu.body()).outcome();
    }

    /** Tries once more with a new token when WeChat refuses the one we had: a refused call has done nothing. */
    private ApiAnswer call(String path, ObjectNode body) {
        var grant = tokens.current();
        var answer = call(path, body, grant);
        if (grant instanceof Grant.Granted refused && ErrorCodes.STALE_TOKEN.contains(answer.code())) {
            tokens.forget(refused);
            return call(path, body, tokens.current());
        }
        return answer;
    }

    private ApiAnswer call(String path, ObjectNode body, Grant grant) {
        return switch (grant) {
            case Grant.Denied(var outcome) -> ApiAnswer.none(outcome);
            case Grant.Granted granted -> {
                var target = path + "?access_token=" + encode(granted.token(), UTF_8);
                yield ApiAnswer.of(http.send(JsonBody.post(target, Map.of(), body)));
            }
        };
    }

    private static ObjectNode message(String openid, Bubble bubble) {
        var message = JsonBody.object().put("touser", openid);
        switch (bubble) {
            case Bubble.Words(var text) -> content(message, "text").put("content", text);
            case Bubble.Menu(var prompt, var choices) -> {
                var menu = content(message, "msgmenu").put("head_content", prompt);
                var list = menu.putArray("list");
                choices.forEach(
                        choice -> list.addObject().put("id", choice.key()).put("content", choice.label()));
                menu.put("tail_content", "");
            }
            case Bubble.Stored(var type, var mediaId) -> content(message, type).put("media_id", mediaId);
            case Bubble.Article(var title, var description, var url, var picture) ->
                content(message, "news")
                        .putArray("articles")
                        .addObject()
                        .put("title", title)
                        .put("description", description)
                        .put("url", url)
                        .put("picurl", picture);
        }
        return message;
    }

    private static ObjectNode content(ObjectNode message, String type) {
        return message.put("msgtype", type).putObject(type);
    }
}
