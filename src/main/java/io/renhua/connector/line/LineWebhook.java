package io.renhua.connector.line;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Signatures;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Inbound;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Checks LINE's signature over the raw bytes, then reads the batch of events. LINE signs no time, so only the inbox's
 * memory of event ids stops a replay. See <a
 * href="https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/">LINE's page</a>.
 */
final class LineWebhook {
    private final LineAccount account;
    private final Clock clock;

    LineWebhook(LineAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    Webhook receive(WebhookRequest request) {
        var signature = request.header("x-line-signature");
        if (signature.isEmpty()) {
            return new Webhook.Forged("no x-line-signature header, or more than one");
        }
        if (!genuine(request.body(), signature.get())) {
            return new Webhook.Forged("x-line-signature does not match the body");
        }
        return JsonBody.read(request.body())
                .<Webhook>map(call -> Webhook.Messages.of(messages(call)))
                .orElseGet(() -> new Webhook.Malformed("signed, but no JSON object"));
    }

    private boolean genuine(byte[] body, String given) {
        return account.secrets().stream()
                .map(secret -> Base64.getEncoder().encodeToString(Signatures.hmacSha256(secret, body)))
                .anyMatch(expected -> Signatures.same(expected, given));
    }

    private List<Inbound> messages(JsonNode call) {
        var arrival = clock.instant();
        return StreamSupport.stream(call.path("events").spliterator(), false)
                .filter(JsonNode::isObject)
                .map(event -> new LineEvent(event, arrival).inbound(account.channel()))
                .toList();
    }
}
