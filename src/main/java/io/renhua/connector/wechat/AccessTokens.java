package io.renhua.connector.wechat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.renhua.connector.Delivery;
import io.renhua.connector.Http;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
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

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** WeChat renews the token so long before its end, while the old one still works. */
    private static final Duration EARLY = Duration.ofMinutes(5);

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** Long enough for all who waited for one failing call to share its failure. */
    private static final Duration DENIAL = Duration.ofSeconds(1);

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
        var question = new LinkedHashMap<String, Object>();
        question.put("grant_type", "client_credential");
        question.put("appid", account.appId());
        question.put("secret", account.appSecret().reveal());
        question.put("force_refresh", false);
        var call = new Http.Call("POST", "/cgi-bin/stable_token", WeChatApi.JSON, Json.bytes(question), TIMEOUT);
        return grant(ApiAnswer.of(http.send(call)));
    }

    private static Grant grant(ApiAnswer answer) {
        var token = answer.fields().getOrDefault("access_token", "");
        if (token.isEmpty()) {
            return new Denied(withoutToken(answer));
        }
        var life = Duration.ofSeconds(answer.number("expires_in")).minus(EARLY);
        return new Granted(token, life.compareTo(SHORTEST) < 0 ? SHORTEST : life);
    }

    /** What is in doubt here is the token's call; the message itself has surely not gone out. */
    private static Delivery withoutToken(ApiAnswer answer) {
        return switch (answer.outcome()) {
            case Delivery.Refused refused -> refused;
            case Delivery.Postponed postponed -> postponed;
            case Delivery.InDoubt(var why) -> new Delivery.Postponed(RETRY, "no access token: " + why);
            case Delivery.Sent _ -> new Delivery.Postponed(RETRY, "no access token in WeChat's answer");
        };
    }
}
