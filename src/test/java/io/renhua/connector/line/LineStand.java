package io.renhua.connector.line;

import io.renhua.connector.Connector;
import io.renhua.connector.Http;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.Recorded;
import io.renhua.connector.Secret;
import io.renhua.connector.SettableClock;
import io.renhua.connector.Settings;
import io.renhua.connector.Signatures;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import io.renhua.message.Inbound;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An invented official account, and LINE's hand to sign for it. */
final class LineStand {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String TOKEN = "test-channel-access-token";

    final SettableClock clock = new SettableClock(Instant.parse("2026-05-28T20:26:40Z"));

    Connector connector(HttpFactory http, Map<String, String> more) {
        var values = new HashMap<>(Map.of("channel-secret", SECRET, "channel-access-token", TOKEN));
        values.putAll(more);
        return new LinePlatform().open(new Channel("pao-line", "line"), new Settings("pao-line", values), http, clock);
    }

    Connector connector(Http http) {
        return connector(base -> http, Map.of());
    }

    Connector deaf() {
        return connector(call -> new Http.NotSent("no connection"));
    }

    List<Inbound> read(String name) {
        return ((Webhook.Messages) deaf().receive(signed(SECRET, Recorded.body("line/" + name + ".json")))).messages();
    }

    static WebhookRequest signed(String secret, byte[] body) {
        var signature = Base64.getEncoder().encodeToString(Signatures.hmacSha256(new Secret(secret), body));
        return given(signature, body);
    }

    static WebhookRequest given(String signature, byte[] body) {
        return new WebhookRequest("POST", Map.of("x-line-signature", List.of(signature)), Map.of(), body);
    }
}
