package io.renhua.connector.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookAnswer;
import io.renhua.connector.WebhookRequest;
import java.time.Clock;
import java.util.List;

/**
 * Checks Slack's signature, then reads what came: an event as JSON, or a press or command as a form. Redeliveries are
 * read like first deliveries, since the first may never have arrived.
 */
final class SlackWebhook {
    private final SlackAccount account;
    private final SlackSignature signature;
    private final Clock clock;

    SlackWebhook(SlackAccount account, Clock clock) {
        this.account = account;
        this.signature = new SlackSignature(account.secrets(), clock);
        this.clock = clock;
    }

    Webhook receive(WebhookRequest request) {
        return signature
                .objection(request)
                .<Webhook>map(Webhook.Forged::new)
                .or(() -> JsonBody.read(request.body()).map(this::call))
                .or(() -> SlackForm.read(request.body()).map(this::form))
                .orElseGet(() -> new Webhook.Malformed("signed, but neither a JSON object nor a form"));
    }

    private Webhook call(JsonNode call) {
        if (call.path("type").asText().equals("url_verification")) {
            var answer =
                    JsonBody.object().put("challenge", call.path("challenge").asText());
            return new Webhook.Challenge(WebhookAnswer.json(answer.toString()));
        }
        return Webhook.Messages.of(
                call.has("trigger_id")
                        ? List.of(new SlackInteraction(call, clock.instant()).inbound(account.channel()))
                        : new SlackEvent(call, account, clock.instant()).inbound());
    }

    private Webhook form(SlackForm form) {
        if (form.has("ssl_check")) {
            return new Webhook.Challenge(WebhookAnswer.OK);
        }
        if (form.has("command")) {
            return Webhook.Messages.of(List.of(new SlackCommand(form, clock.instant()).inbound(account.channel())));
        }
        return JsonBody.read(form.bytes("payload"))
                .map(this::call)
                .orElseGet(() -> new Webhook.Malformed("signed, but a form without command or payload"));
    }
}
