package io.renhua.connector.line;

import io.renhua.connector.Connector;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.Platform;
import io.renhua.connector.Settings;
import io.renhua.message.Channel;
import io.renhua.message.Limits;
import java.time.Clock;

/** LINE: makes a connector for each official account. */
public final class LinePlatform implements Platform {

    @Override
    public String name() {
        return "line";
    }

    @Override
    public Limits limits() {
        return LineConnector.LIMITS;
    }

    @Override
    public Connector open(Channel channel, Settings settings, HttpFactory http, Clock clock) {
        var account = LineAccount.from(channel, settings);
        var api = new LineApi(account, http.to(account.api()), clock);
        return new LineConnector(account, new LineWebhook(account, clock), api);
    }
}
