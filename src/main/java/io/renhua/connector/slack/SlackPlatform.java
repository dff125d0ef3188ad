package io.renhua.connector.slack;

import io.renhua.connector.Connector;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.Platform;
import io.renhua.connector.Settings;
import io.renhua.message.Channel;
import io.renhua.message.Limits;
import java.time.Clock;

/** Slack: makes a connector for each installed app. */
public final class SlackPlatform implements Platform {

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Limits limits() {
        return SlackConnector.LIMITS;
    }

    @Override
    public Connector open(Channel channel, Settings settings, HttpFactory http, Clock clock) {
        var account = SlackAccount.from(channel, settings);
        var api = new SlackApi(account, http.to(account.api()));
        return new SlackConnector(account, new SlackWebhook(account, clock), api);
    }
}
