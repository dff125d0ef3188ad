package io.renhua.connector.wechat;

import io.renhua.connector.Delivery;
import io.renhua.connector.Grant;
import io.renhua.connector.Grant.Denied;
import io.renhua.connector.Grant.Granted;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Tokens;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.Map;

/** The account's access token. However many threads and nodes ask, WeChat is asked once. */
final class AccessTokens {

    /** WeChat renews the token so long before its end, while the old one still works. */
    private static final Duration EARLY = Duration.ofMinutes(5);

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** Of a message's call this says that the token is stale; of the token's own, that the secret is. */
    private static final int WRONG_SECRET = 40001;

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final WeChatAccount account;
    private final Http http;
    private final Tokens tokens;

    AccessTokens(WeChatAccount account, Http http, Tokens tokens) {
        this.account = account;
        this.http = http;
        this.tokens = tokens;
    }

    Grant current() {
        return tokens.of(name(), this::ask);
    }

    /** Forgets a token that WeChat refused, unless a newer one came meanwhile. */
    void forget(Granted refused) {
        tokens.refused(name(), refused);
    }

    private String name() {
        return "wechat/" + account.appId();
    }

    private Grant ask() {
        var question = JsonBody.object()
                .put("grant_type", "client_credential")
                .put("appid", account.appId())
                .put("secret", account.appSecret().reveal())
                .put("force_refresh", false);
        return grant(ApiAnswer.of(http.send(JsonBody.post("/cgi-bin/stable_token", Map.of(), question))));
    }

    private static Grant grant(ApiAnswer answer) {
        if (answer.code() == WRONG_SECRET) {
            return new Denied(new Delivery.Refused("app-secret is wrong: compare it with the account's console"));
        }
        var token = answer.json().path("access_token").asText();
        if (token.isEmpty()) {
            return new Denied(withoutToken(answer));
        }
        var life = Duration.ofSeconds(answer.json().path("expires_in").asInt()).minus(EARLY);
        return new Granted(token, life.compareTo(SHORTEST) < 0 ? SHORTEST : life);
    }

    /** What is in doubt here is the token's call; the message itself has surely not gone out. */
    private static Delivery withoutToken(ApiAnswer answer) {
        return switch (answer.outcome()) {
            case Delivery.Refused refused -> refused;
            case Delivery.Gone(var why) -> new Delivery.Refused(why); // of the account, and of nobody who is written to
            case Delivery.Throttled throttled -> throttled;
            case Delivery.Postponed postponed -> postponed;
            case Delivery.InDoubt(var why) ->
                new Delivery.Postponed(
                        RETRY, Wording.of("no access token: %s", why).toString());
            case Delivery.Sent _ -> new Delivery.Postponed(RETRY, "no access token in WeChat's answer");
        };
    }
}
