package io.renhua.connector.wechat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.renhua.connector.Delivery;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The account's access token. However many threads ask, WeChat is asked once; the stable token is the same for all nodes
 * of one account, so none takes it from another.
 */
final class AccessTokens {

    sealed interface Grant {}

    record Granted(String token, Duration life) implements Grant {
        @Override
        public String toString() {
            return "Granted";
        }
    }

    /** No token now: what that means for the message that needs it. */
    record Denied(Delivery outcome) implements Grant {}

    /** WeChat renews the token so long before its end, while the old one still works. */
    private static final Duration EARLY = Duration.ofMinutes(5);

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** Long enough for all who waited for one failing call to share its failure. */
    private static final Duration DENIAL = Duration.ofSeconds(1);

    /** Of a message's call this says that the token is stale; of the token's own, that the secret is. */
    private static final int WRONG_SECRET = 40001;

    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Cache<String, Grant> grants;
    private final WeChatAccount account;
    private final Http http;

    AccessTokens(WeChatAccount account, Http http, Clock clock) {
        this.account = account;
        this.http = http;
        this.grants = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<String, Grant>creating((appId, grant) -> life(grant)))
                .build();
    }

    private static Duration life(Grant grant) {
        return switch (grant) {
            case Granted granted -> granted.life();
            case Denied _ -> DENIAL;
        };
    }

    Grant current() {
        return grants.get(account.appId(), appId -> ask());
    }

    /** Forgets a token that WeChat refused, unless a newer one came meanwhile. */
    void forget(Granted refused) {
        grants.asMap().remove(account.appId(), refused);
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
            case Delivery.Throttled throttled -> throttled;
            case Delivery.Postponed postponed -> postponed;
            case Delivery.InDoubt(var why) -> new Delivery.Postponed(RETRY, "no access token: " + why);
            case Delivery.Sent _ -> new Delivery.Postponed(RETRY, "no access token in WeChat's answer");
        };
    }
}
