package io.renhua.connector.slack;

import io.renhua.connector.Delivery;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import io.renhua.message.Outbound;
import java.time.Duration;
import java.util.Map;

/**
 * Posts to Slack. There is no idempotency key: a lost answer leaves us in doubt, and the message carries our id as
 * metadata for whoever looks.
 */
final class SlackApi {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Map<String, String> authorization;
    private final Http http;

    SlackApi(SlackAccount account, Http http) {
        this.authorization =
                Map.of("authorization", "Bearer " + account.botToken().reveal());
        this.http = http;
    }

    Delivery deliver(Outbound message) {
        if (message.bubbles().size() != 1) {
            throw new IllegalArgumentException(
                    "Slack takes one bubble a call, not " + message.bubbles().size());
        }
        var thread = SlackThread.parse(message.conversation().thread());
        var post = SlackPost.of(message.bubbles().getFirst()).put("channel", thread.channel());
        if (!thread.ts().isEmpty()) {
            post.put("thread_ts", thread.ts());
        }
        var metadata = post.putObject("metadata").put("event_type", "renhua_message");
        metadata.putObject("event_payload").put("id", message.id());
        return switch (http.send(JsonBody.post("/chat.postMessage", authorization, post))) {
            case Http.NotSent(var why) -> new Delivery.Postponed(SOON, why);
            case Http.Lost(var why) -> new Delivery.InDoubt(why);
            case Http.Answered answer -> SlackAnswer.of(answer).delivery();
        };
    }
}
