package io.renhua.connector.telegram;

import io.renhua.connector.Connector;
import io.renhua.connector.Http;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.Recorded;
import io.renhua.connector.SettableClock;
import io.renhua.connector.Settings;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import io.renhua.message.Inbound;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An invented bot, and what Telegram sends for it. */
final class TelegramStand {
    static final String TOKEN = "7000000001:AAtest-token_of-an-invented-bot";
    static final String SECRET = "a-Z0_9-secret";

    final SettableClock clock = new SettableClock(Instant.parse("2026-05-28T20:30:00Z"));

    Connector connector(HttpFactory http, Map<String, String> more) {
        var values = new HashMap<>(Map.of("bot-token", TOKEN, "webhook-secret", SECRET));
        values.putAll(more);
        return new TelegramPlatform()
                .open(new Channel("pao-telegram", "telegram"), new Settings("pao-telegram", values), http, clock);
    }

    Connector connector(Http http) {
        return connector(base -> http, Map.of("bot-username", "pao_example_bot"));
    }

    Connector deaf() {
        return connector(call -> new Http.NotSent("no connection"));
    }

    Webhook.Messages receive(String name) {
        return (Webhook.Messages) deaf().receive(with(SECRET, Recorded.body("telegram/" + name + ".json")));
    }

    List<Inbound> read(String name) {
        return receive(name).messages();
    }

    static WebhookRequest with(String secret, byte[] body) {
        return new WebhookRequest("POST", Map.of("x-telegram-bot-api-secret-token", List.of(secret)), Map.of(), body);
    }
}
