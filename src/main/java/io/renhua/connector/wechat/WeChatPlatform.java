package io.renhua.connector.wechat;

import io.renhua.connector.Connector;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.Platform;
import io.renhua.connector.Settings;
import io.renhua.connector.Tokens;
import io.renhua.message.Channel;
import io.renhua.message.Limits;
import java.time.Clock;
import java.time.Duration;

/** WeChat Official Accounts (公众号). */
public final class WeChatPlatform implements Platform {

    /**
     * WeChat cuts a push after 5 s and tells the person that the service is out of order; half a second is left for the
     * way back. See <a href="https://developers.weixin.qq.com/doc/service/guide/product/message/Passive_user_reply_message.html">
     * passive replies</a>.
     */
    public static final Duration PATIENCE = Duration.ofMillis(4500);

    private final Tokens tokens;
    private final Duration patience;

    public WeChatPlatform(Tokens tokens) {
        this(tokens, PATIENCE);
    }

    /** @param patience how long a push is held open for its passive reply */
    public WeChatPlatform(Tokens tokens, Duration patience) {
        this.tokens = tokens;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "wechat";
    }

    @Override
    public Limits limits() {
        return WeChatConnector.LIMITS;
    }

    @Override
    public Connector open(Channel channel, Settings settings, HttpFactory http, Clock clock) {
        var account = WeChatAccount.from(settings);
        return new WeChatConnector(channel, account, http.to(account.apiBase()), tokens, clock, patience);
    }
}
