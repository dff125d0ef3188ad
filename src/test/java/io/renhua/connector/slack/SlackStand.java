package io.renhua.connector.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** An invented app, and Slack's hand to sign for it. */
final class SlackStand {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final String TOKEN = "xoxb-test-token";
    static final Instant NOW = Instant.parse("2026-05-28T20:30:00Z");

    final SettableClock clock = new SettableClock(NOW);

    Connector connector(HttpFactory http, Map<String, String> more) {
        var values = new HashMap<>(Map.of("signing-secret", SECRET, "bot-token", TOKEN));
        values.putAll(more);
        return new SlackPlatform()
                .open(new Channel("pao-slack", "slack"), new Settings("pao-slack", values), http, clock);
    }

    Connector connector(Http http) {
        return connector(base -> http, Map.of());
    }

    Connector deaf() {
        return connector(call -> new Http.NotSent("no connection"));
    }

    Webhook receive(byte[] body) {
        return deaf().receive(signed(SECRET, NOW.getEpochSecond(), body));
    }

    Webhook receive(String body) {
        return receive(body.getBytes(UTF_8));
    }

    List<Inbound> read(String file) {
        return ((Webhook.Messages) receive(Recorded.body("slack/" + file))).messages();
    }

    static WebhookRequest signed(String secret, long time, byte[] body) {
        var hash = Signatures.hmacSha256(new Secret(secret), ("v0:" + time + ":").getBytes(UTF_8), body);
        return given("v0=" + HexFormat.of().formatHex(hash), String.valueOf(time), body);
    }

    static WebhookRequest given(String signature, String time, byte[] body) {
        var headers = Map.of("x-slack-signature", List.of(signature), "x-slack-request-timestamp", List.of(time));
        return new WebhookRequest("POST", headers, Map.of(), body);
    }
}
