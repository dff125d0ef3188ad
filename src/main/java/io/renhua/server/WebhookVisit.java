package io.renhua.server;

import static io.netty.handler.codec.http.HttpResponseStatus.BAD_REQUEST;
import static io.netty.handler.codec.http.HttpResponseStatus.INTERNAL_SERVER_ERROR;
import static io.netty.handler.codec.http.HttpResponseStatus.SERVICE_UNAVAILABLE;
import static io.netty.handler.codec.http.HttpResponseStatus.UNAUTHORIZED;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.concurrent.EventExecutor;
import io.renhua.connector.Connector;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookAnswer;
import io.renhua.connector.WebhookRequest;
import io.renhua.conversation.Inbox;
import io.renhua.conversation.InboxAway;
import io.renhua.server.WebhookCounts.Answer;
import io.renhua.store.StoreAway;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call at a channel's door, from its proof to its answer, which is given when what came is safely kept. All of it happens
 * on the connection's own thread, wherever the receipt comes from; a receipt that comes too late changes nothing, and what
 * is delivered again then is dropped as known.
 */
final class WebhookVisit implements Inbox.Receipt {
    /** After that the platform is told to come back. */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final Logger LOG = LoggerFactory.getLogger(WebhookVisit.class);

    private final Doors doors;
    private final WebhookDoor door;
    private final EventExecutor thread;
    private final Connector connector;
    private final long deadline;
    private Webhook.@Nullable Messages messages; // until they are kept or refused

    WebhookVisit(Doors doors, WebhookDoor door, EventExecutor thread, Connector connector) {
        this.doors = doors;
        this.door = door;
        this.thread = thread;
        this.connector = connector;
        this.deadline = thread.ticker().nanoTime() + PATIENCE_NANOS;
    }

    void begin(WebhookRequest request) {
        try {
            switch (connector.receive(request)) {
                case Webhook.Messages proven -> keep(proven);
                case Webhook.Challenge(var answer) -> door.answer(answer);
                case Webhook.Forged(var why) -> {
                    doors.log.write("refused a webhook call on " + channel() + " as not proven: " + why, LOG::warn);
                    doors.counts.count(channel(), Answer.FORGED);
                    door.answer(UNAUTHORIZED);
                }
                case Webhook.Malformed(var why) -> {
                    doors.log.write("refused a webhook call on " + channel() + " as not readable: " + why, LOG::warn);
                    doors.counts.count(channel(), Answer.MALFORMED);
                    door.answer(BAD_REQUEST);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("reading a webhook call on {} failed", channel(), e);
            door.answer(INTERNAL_SERVER_ERROR);
        }
    }

    private void keep(Webhook.Messages proven) {
        messages = proven;
        doors.inHand.taken();
        door.waitFor(this);
        try {
            doors.inbox.accept(proven.messages(), this);
        } catch (RuntimeException e) {
            refuse(e);
        }
    }

    long patienceLeft() {
        return deadline - thread.ticker().nanoTime();
    }

    void tooLate() {
        if (messages != null) {
            turnAway("no word of it in time");
        }
    }

    @Override
    public void kept() {
        onOurThread(this::acknowledge);
    }

    @Override
    public void notKept(Throwable why) {
        onOurThread(() -> refuse(why));
    }

    private void acknowledge() {
        var kept = messages;
        if (kept == null) {
            return; // too late
        }
        messages = null;
        doors.counts.count(channel(), Answer.ACKNOWLEDGED);
        if (kept.waits()) {
            Thread.ofVirtual().name("held webhook").start(() -> reply(kept));
        } else {
            reply(kept);
        }
    }

    private void reply(Webhook.Messages kept) {
        try {
            var answer = kept.answer().get();
            onOurThread(() -> end(answer));
        } catch (RuntimeException e) {
            LOG.error("answering a webhook call on {} failed", channel(), e);
            onOurThread(() -> end(INTERNAL_SERVER_ERROR));
        }
    }

    private void end(WebhookAnswer answer) {
        doors.inHand.answered();
        door.answer(answer);
    }

    private void refuse(Throwable why) {
        if (messages == null) {
            return; // refused before, for being late
        }
        if (why instanceof StoreAway || why instanceof InboxAway) {
            turnAway(String.valueOf(why.getMessage()));
        } else {
            doors.log.write("keeping a webhook call on " + channel() + " failed", line -> LOG.error(line, why));
            end(INTERNAL_SERVER_ERROR);
        }
    }

    private void turnAway(String why) {
        doors.turnAway(connector, why);
        end(SERVICE_UNAVAILABLE);
    }

    private void end(HttpResponseStatus refusal) {
        messages = null;
        doors.inHand.answered();
        door.answer(refusal);
    }

    private void onOurThread(Runnable step) {
        if (thread.inEventLoop()) {
            step.run();
            return;
        }
        try {
            thread.execute(step);
        } catch (RejectedExecutionException e) {
            LOG.debug("the server has stopped, nobody waits for an answer on {} any more", channel());
        }
    }

    private String channel() {
        return connector.channel().name();
    }
}
