package io.renhua.connector.slack;

import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import java.time.Duration;

/** One Slack app, both ways. Slack has no typing sign for apps. */
final class SlackConnector implements Connector {
    static final Limits LIMITS = new Limits(3000, 1, 10, 75, null, Integer.MAX_VALUE, Duration.ofSeconds(1), 20);

    private final SlackAccount account;
    private final SlackWebhook webhook;
    private final SlackApi api;

    SlackConnector(SlackAccount account, SlackWebhook webhook, SlackApi api) {
        this.account = account;
        this.webhook = webhook;
        this.api = api;
    }

    @Override
    public Channel channel() {
        return account.channel();
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        return webhook.receive(request);
    }

    @Override
    public Delivery deliver(Outbound message) {
        return api.deliver(message);
    }
}
