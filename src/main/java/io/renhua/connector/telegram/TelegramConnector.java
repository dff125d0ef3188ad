package io.renhua.connector.telegram;

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

/** One Telegram bot, both ways. */
final class TelegramConnector implements Connector {
    static final Limits LIMITS = new Limits(4096, 1, 8, 64, null, Integer.MAX_VALUE, Duration.ofSeconds(1), 30);

    private final TelegramAccount account;
    private final TelegramWebhook webhook;
    private final TelegramApi api;

    TelegramConnector(TelegramAccount account, TelegramWebhook webhook, TelegramApi api) {
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
        var commands = new TelegramMenu(menu);
        return new MenuPlan.Shown(commands.shows(), commands.leftOut(), () -> api.set(commands.calls()));
    }

    @Override
    public void typing(ConversationId conversation) {
        api.typing(conversation);
    }
}
