package io.renhua.connector.web;

import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.SignedIn;
import io.renhua.connector.Visitor;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import io.renhua.message.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One persona's chat page. Its visitors prove themselves by the secret they carry, or by what a site signed for them; what is
 * delivered they read live.
 */
final class WebConnector implements Connector {
    private static final String BEARER = "Bearer ";
    private static final Duration OLDEST = Duration.ofDays(1);

    private final Channel channel;
    private final SignedTokens signed;
    private final Clock clock;

    WebConnector(Channel channel, SignedTokens signed, Clock clock) {
        this.channel = channel;
        this.signed = signed;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public Limits limits() {
        return Limits.NONE;
    }

    @Override
    public SignedIn identify(String token) {
        return signed.read(token);
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        var token = request.header("authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()))
                .orElse("");
        return token.contains(".")
                ? ofSignedIn(token, request.body())
                : Visitor.holding(token)
                        .map(visitor -> read(visitor.thread(channel.name()), null, request.body()))
                        .orElseGet(() -> new Webhook.Forged("no visitor token, or none that we made"));
    }

    private Webhook ofSignedIn(String token, byte[] body) {
        return switch (identify(token)) {
            case SignedIn.Known(var identity) ->
                read(identity.on(channel.name()).thread(), identity.name(), body);
            case SignedIn.Refused(var why) -> new Webhook.Forged(why.sentence());
        };
    }

    private Webhook read(String thread, @Nullable String name, byte[] body) {
        return switch (WebMessage.read(body)) {
            case WebMessage.Clear(var message) -> Webhook.Messages.of(List.of(inbound(thread, name, message)));
            case WebMessage.Unclear(var why) -> new Webhook.Malformed(why);
        };
    }

    private Inbound inbound(String thread, @Nullable String name, WebMessage message) {
        return new Inbound(
                thread + "/" + id(message),
                new ConversationId(channel.name(), thread),
                new Person(thread, name, message.locale()),
                message.content(),
                sentAt(message),
                null);
    }

    /** Coming in by the same door again is the same event, whatever the page calls it: nobody is greeted twice. */
    private static String id(WebMessage message) {
        if (message.content() instanceof Content.Entered(var entry)) {
            return entry instanceof Entry.Scanned(var scene) ? "scan:" + scene : "opened";
        }
        return message.id();
    }

    /** A browser's clock may be wrong: we believe it as far as a message may have waited for the network. */
    private Instant sentAt(WebMessage message) {
        var now = clock.instant();
        return Optional.ofNullable(message.sentAt())
                .filter(at -> at.isBefore(now) && at.isAfter(now.minus(OLDEST)))
                .orElse(now);
    }

    /** The journal is the delivery: the page reads it from there. */
    @Override
    public Delivery deliver(Outbound message) {
        return new Delivery.Sent(message.id());
    }
}
