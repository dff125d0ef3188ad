package io.renhua.connector.telegram;

import io.renhua.connector.Connector;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.Platform;
import io.renhua.connector.Settings;
import io.renhua.message.Channel;
import io.renhua.message.Limits;
import java.time.Clock;

/** Telegram: makes a connector for each bot. */
public final class TelegramPlatform implements Platform {

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public Limits limits() {
        return TelegramConnector.LIMITS;
    }

    @Override
    public Connector open(Channel channel, Settings settings, HttpFactory http, Clock clock) {
        var account = TelegramAccount.from(channel, settings);
        var api = new TelegramApi(account, http.to(account.api()));
        return new TelegramConnector(account, new TelegramWebhook(account, clock), api);
    }
}
