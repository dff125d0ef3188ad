package io.renhua.server;

import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import java.time.Duration;

/** A platform that takes everything for a while after somebody's last word. */
record NarrowChannel(Limits limits) implements Connector {
    static final String NAME = "mo-narrow";

    static NarrowChannel closingAfter(Duration window) {
        return new NarrowChannel(new Limits(1000, 1, 0, 20, window, 5, Duration.ZERO, Double.POSITIVE_INFINITY));
    }

    @Override
    public Channel channel() {
        return new Channel(NAME, "narrow");
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        return new Webhook.Malformed("nobody writes by this way");
    }

    @Override
    public Delivery deliver(Outbound message) {
        return new Delivery.Sent("1");
    }
}
