package io.renhua.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookAnswer;
import io.renhua.connector.WebhookRequest;
import java.time.Clock;

/**
 * Checks the secret that Telegram shows with each update; it signs neither the body nor the time. One update a call. See
 * <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>.
 */
final class TelegramWebhook {
    private final TelegramAccount account;
    private final Clock clock;

    TelegramWebhook(TelegramAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    Webhook receive(WebhookRequest request) {
        var secret = request.header("x-telegram-bot-api-secret-token");
        if (secret.isEmpty()) {
            return new Webhook.Forged("no x-telegram-bot-api-secret-token header, or more than one");
        }
        if (account.webhookSecrets().stream().noneMatch(ours -> ours.matches(secret.get()))) {
            return new Webhook.Forged("x-telegram-bot-api-secret-token is not ours");
        }
        return JsonBody.read(request.body())
                .map(this::messages)
                .orElseGet(() -> new Webhook.Malformed("with our secret, but no JSON object"));
    }

    private Webhook messages(JsonNode json) {
        var messages = new TelegramUpdate(json, account, clock.instant())
                .inbound().stream().toList();
        return Webhook.Messages.of(messages, () -> answer(json.path("callback_query")));
    }

    /** A pressed button shows a spinner until it is answered; our acknowledgement can do that without a call. */
    private static WebhookAnswer answer(JsonNode press) {
        var id = press.path("id").asText();
        if (id.isBlank()) {
            return WebhookAnswer.OK;
        }
        var answer = JsonBody.object().put("method", "answerCallbackQuery").put("callback_query_id", id);
        return WebhookAnswer.json(answer.toString());
    }
}
