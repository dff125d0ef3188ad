package io.renhua.connector.web;

import io.renhua.connector.Connector;
import io.renhua.connector.HttpFactory;
import io.renhua.connector.Platform;
import io.renhua.connector.Settings;
import io.renhua.message.Channel;
import io.renhua.message.Limits;
import java.time.Clock;
import java.util.Map;

/** The chat page. Every persona has one, on a channel of its own, without any configuration. */
public final class WebPlatform implements Platform {
    public static final String NAME = "web";

    /** The channel of a persona's chat page. */
    public static Channel channelOf(String persona) {
        return new Channel(NAME + "-" + persona, NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Limits limits() {
        return Limits.NONE;
    }

    @Override
    public Connector open(Channel channel, Settings settings, HttpFactory http, Clock clock) {
        return new WebConnector(channel, SignedTokens.of(settings, clock), clock);
    }

    /** Where nobody is signed in. */
    public Connector open(Channel channel, Clock clock) {
        return new WebConnector(channel, SignedTokens.of(new Settings(channel.name(), Map.of()), clock), clock);
    }
}
