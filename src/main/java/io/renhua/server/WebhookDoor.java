package io.renhua.server;

import static io.netty.handler.codec.http.HttpResponseStatus.BAD_REQUEST;
import static io.netty.handler.codec.http.HttpResponseStatus.EXPECTATION_FAILED;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE;
import static io.netty.handler.codec.http.HttpResponseStatus.SERVICE_UNAVAILABLE;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.renhua.connector.WebhookAnswer;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where platforms knock, for one connection: takes calls that are meant for a channel out of the pipeline and answers them.
 * All else passes untouched. Lives on the event loop and never waits.
 */
final class WebhookDoor extends ChannelInboundHandlerAdapter {

    /** How long somebody may go on sending what is refused already, so that a reset does not overtake the answer. */
    private static final long LINGER_SECONDS = 1;

    private static final FullHttpResponse GO_ON =
            new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER);

    private final Doors doors;
    private final WebhookBody body;
    private @Nullable ChannelHandlerContext context;
    private @Nullable WebhookCall call; // whose body is coming
    private int arrived;
    private WebhookManner manner = WebhookManner.USUAL;
    private @Nullable WebhookVisit visit; // whose messages are being kept
    private @Nullable Future<?> look;
    private boolean reading;
    private boolean flushes;
    private boolean over;

    WebhookDoor(Doors doors) {
        this.doors = doors;
        this.body = new WebhookBody(doors.space);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelRead(ChannelHandlerContext pipeline, Object message) {
        reading = true;
        if (over) {
            drop(pipeline, message);
        } else if (message instanceof HttpRequest head) {
            begin(pipeline, head);
        } else if (call != null && message instanceof HttpContent part) {
            take(pipeline, call, part);
        } else {
            pipeline.fireChannelRead(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext pipeline) {
        reading = false;
        if (flushes) {
            flushes = false;
            pipeline.flush();
        }
        pipeline.fireChannelReadComplete();
    }

    /** What comes after our last answer. */
    private static void drop(ChannelHandlerContext pipeline, Object message) {
        ReferenceCountUtil.release(message);
        if (message instanceof LastHttpContent) {
            hangUp(pipeline);
        }
    }

    private static void hangUp(ChannelHandlerContext pipeline) {
        var _ = pipeline.close();
    }

    private void begin(ChannelHandlerContext pipeline, HttpRequest head) {
        var channel = head.decoderResult().isFailure() ? null : WebhookAddress.channel(head.uri());
        if (channel == null) {
            pipeline.fireChannelRead(head);
            return;
        }
        var remote = pipeline.channel().remoteAddress() instanceof InetSocketAddress address ? address : null;
        manner = doors.mannerFor(head, remote);
        arrived = 0;
        var known = doors.admit(head, channel);
        call = known;
        if (known instanceof WebhookCall.Refused(var status) && wontSendMore(head, status)) {
            turnOut(pipeline, status, false);
        } else if (HttpUtil.is100ContinueExpected(head)) {
            var _ = pipeline.writeAndFlush(GO_ON);
        }
    }

    /** Whether the rest is not worth waiting for, or may never come. */
    private static boolean wontSendMore(HttpRequest head, HttpResponseStatus status) {
        return status.equals(REQUEST_ENTITY_TOO_LARGE)
                || status.equals(EXPECTATION_FAILED)
                || HttpUtil.is100ContinueExpected(head);
    }

    private void take(ChannelHandlerContext pipeline, WebhookCall known, HttpContent part) {
        try {
            arrived += part.content().readableBytes();
            boolean last = part instanceof LastHttpContent;
            if (part.decoderResult().isFailure()) {
                turnOut(pipeline, BAD_REQUEST, true);
            } else if (arrived > WebhookBody.LARGEST) {
                turnOut(pipeline, REQUEST_ENTITY_TOO_LARGE, last);
            } else if (last) {
                call = null;
                complete(pipeline, known, part);
            } else if (known instanceof WebhookCall.Welcome welcome && !body.add(part.content())) {
                doors.turnAway(welcome.connector(), "too many bodies are on their way");
                turnOut(pipeline, SERVICE_UNAVAILABLE, false);
            }
        } finally {
            part.release();
        }
    }

    private void complete(ChannelHandlerContext pipeline, WebhookCall known, HttpContent part) {
        switch (known) {
            case WebhookCall.Welcome welcome -> {
                var request = welcome.with(body.endingWith(part.content()));
                new WebhookVisit(doors, this, pipeline.executor(), welcome.connector()).begin(request);
            }
            case WebhookCall.Refused(var status) -> answer(status);
        }
    }

    /** Refuses somebody who is still sending, or who must go: what comes yet is dropped, and the connection ends. */
    private void turnOut(ChannelHandlerContext pipeline, HttpResponseStatus status, boolean last) {
        over = true;
        call = null;
        body.discard();
        var said = pipeline.writeAndFlush(doors.answers.of(status, manner.closing()));
        if (last) {
            said.addListener(ChannelFutureListener.CLOSE);
        } else {
            var _ = pipeline.executor().schedule(() -> hangUp(pipeline), LINGER_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Looks after a visit that may have to wait too long; one look for many visits, most of which are over by then. */
    void waitFor(WebhookVisit pending) {
        visit = pending;
        if (look == null) {
            lookAgain(WebhookVisit.PATIENCE_NANOS);
        }
    }

    private void lookAgain(long nanos) {
        if (context != null) {
            look = context.executor().schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        look = null;
        var pending = visit;
        if (pending != null) {
            long left = pending.patienceLeft();
            if (left > 0) {
                lookAgain(left);
            } else {
                pending.tooLate();
            }
        }
    }

    void answer(WebhookAnswer answer) {
        answer(doors.answers.of(answer, manner));
    }

    void answer(HttpResponseStatus status) {
        answer(doors.answers.of(status, manner));
    }

    private void answer(FullHttpResponse response) {
        visit = null;
        var pipeline = context;
        if (pipeline == null || !pipeline.channel().isActive()) {
            response.release(); // nobody is there any more
        } else if (!manner.keepAlive()) {
            over = true;
            pipeline.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        } else if (reading) {
            flushes = true;
            var _ = pipeline.write(response, pipeline.voidPromise());
        } else {
            var _ = pipeline.writeAndFlush(response, pipeline.voidPromise());
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        body.discard();
    }
}
