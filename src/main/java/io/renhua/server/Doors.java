package io.renhua.server;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.renhua.connector.Connector;
import io.renhua.conversation.Channels;
import io.renhua.conversation.Inbox;
import io.renhua.server.WebhookCounts.Answer;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the doors of all connections share. */
@Singleton
public final class Doors implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    /** Longer than any platform lets a call wait. */
    private static final Duration LAST_ANSWER = Duration.ofSeconds(5);

    final Inbox inbox;
    final WebhookCounts counts;
    final WebhookAnswers answers;
    final FewLines log;
    final DoorSpace space = new DoorSpace();
    final InHand inHand = new InHand();

    private final Channels channels;
    private final StaffCookies cookies;
    private final Draining draining;

    Doors(Channels channels, Inbox inbox, StaffCookies cookies, WebhookCounts counts, Draining draining, Clock clock) {
        this.inbox = inbox;
        this.counts = counts;
        this.answers = new WebhookAnswers(clock);
        this.log = new FewLines(clock);
        this.channels = channels;
        this.cookies = cookies;
        this.draining = draining;
    }

    /** What becomes of a call by its head; whoever would be welcome is told to come back while we stop. */
    WebhookCall admit(HttpRequest head, String encodedChannel) {
        var call = WebhookCall.of(head, encodedChannel, channels);
        if (call instanceof WebhookCall.Welcome welcome && draining.begun()) {
            counts.count(welcome.connector().channel().name(), Answer.TURNED_AWAY);
            return new WebhookCall.Refused(HttpResponseStatus.SERVICE_UNAVAILABLE);
        }
        return call;
    }

    /** How an answer to it goes out; while we stop, callers had better look for another node. */
    WebhookManner mannerFor(HttpRequest head, @Nullable InetSocketAddress remote) {
        return WebhookManner.of(
                head.protocolVersion(),
                HttpUtil.isKeepAlive(head) && !draining.begun(),
                cookies.isSecure(remote, head.headers().get("X-Forwarded-Proto")));
    }

    /** Notes that a platform has to come back, and why. */
    void turnAway(Connector connector, String why) {
        var channel = connector.channel().name();
        log.write("turned a webhook call on " + channel + " away, it could not be kept: " + why, LOG::error);
        counts.count(channel, Answer.TURNED_AWAY);
    }

    /** Returns when every webhook in hand is answered, or took too long for a stop. */
    @Override
    public void close() {
        try {
            int left = inHand.awaitNone(LAST_ANSWER);
            if (left > 0) {
                LOG.warn("{} webhook calls are not answered at the stop; their platforms deliver again", left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever stops us is in a greater hurry
        }
    }
}
