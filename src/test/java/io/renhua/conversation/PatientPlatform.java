package io.renhua.conversation;

import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A platform that takes everything and remembers all of it; the next call may be held on its way. */
final class PatientPlatform implements Connector {
    private final Queue<Outbound> calls = new ConcurrentLinkedQueue<>();
    volatile TwoNodes.@Nullable Hold wire;

    @Override
    public Channel channel() {
        return new Channel("pao-line", "line");
    }

    @Override
    public Limits limits() {
        return new Limits(1000, 5, 10, 20, null, Integer.MAX_VALUE, Duration.ZERO, Double.POSITIVE_INFINITY);
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        return Webhook.Messages.of(List.of());
    }

    @Override
    public Delivery deliver(Outbound message) {
        calls.add(message);
        var hold = wire;
        if (hold != null) {
            hold.here();
        }
        return new Delivery.Sent("p" + message.id());
    }

    Stream<Outbound> calls() {
        return calls.stream();
    }

    int taken() {
        return calls.size();
    }
}
