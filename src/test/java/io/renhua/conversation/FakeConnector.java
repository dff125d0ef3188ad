package io.renhua.conversation;

import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import io.renhua.message.Content;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import io.renhua.message.ReplyHandle;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A platform that takes everything, but for the answers it is told to give first. */
final class FakeConnector implements Connector {
    private final Limits limits;
    private final Queue<Delivery> answers = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final Queue<ReplyHandle> passedOn = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Outbound> calls = new LinkedBlockingQueue<>();

    FakeConnector(Limits limits) {
        this.limits = limits;
    }

    FakeConnector answers(Delivery... deliveries) {
        answers.addAll(List.of(deliveries));
        return this;
    }

    /** What happens while the next call is on its way. */
    FakeConnector meanwhile(Runnable event) {
        meanwhile.set(event);
        return this;
    }

    @Override
    public Channel channel() {
        return new Channel("pao-line", "line");
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        return Webhook.Messages.of(List.of());
    }

    @Override
    public Delivery deliver(Outbound message) {
        calls.add(message);
        meanwhile.getAndSet(() -> {}).run();
        var answer = answers.poll();
        return answer == null ? new Delivery.Sent("p" + message.id()) : answer;
    }

    @Override
    public void passOn(ReplyHandle handle) {
        passedOn.add(handle);
    }

    /** What was left to the platform's own desk. */
    List<ReplyHandle> passedOn() {
        return List.copyOf(passedOn);
    }

    /** How many calls were made that nobody has asked for. */
    int taken() {
        return calls.size();
    }

    /** The next call, waited for. */
    Outbound nextCall() throws InterruptedException {
        var call = calls.poll(20, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("nothing was delivered");
        }
        return call;
    }

    /** The words of the next call. */
    String nextWords() throws InterruptedException {
        return String.join(
                "|", nextCall().bubbles().stream().map(Content::asText).toList());
    }

    int unseenCalls() {
        return calls.size();
    }
}
