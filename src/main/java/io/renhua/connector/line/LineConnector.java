package io.renhua.connector.line;

import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.Menu;
import io.renhua.connector.MenuPlan;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import java.time.Duration;

/** One LINE official account, both ways. */
final class LineConnector implements Connector {
    static final Limits LIMITS = new Limits(5000, 5, 13, 20, null, Integer.MAX_VALUE, Duration.ZERO, 2000);

    private final LineAccount account;
    private final LineWebhook webhook;
    private final LineApi api;

    LineConnector(LineAccount account, LineWebhook webhook, LineApi api) {
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

    @Override
    public MenuPlan menu(Menu menu) {
        return new MenuPlan.None(
                "LINE's rich menu is a picture: draw it in the LINE Official Account Manager and give each"
                        + " area the action Text with the label of a quick reply; it does what the quick reply does");
    }

    @Override
    public void typing(ConversationId conversation) {
        api.typing(conversation);
    }
}
