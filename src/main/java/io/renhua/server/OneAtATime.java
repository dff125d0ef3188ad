package io.renhua.server;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets a connection's requests in one by one: the next when the last is answered, whoever answers it. So what clients send
 * ahead is answered in its order, and no more of it is read than came with the request in hand.
 */
final class OneAtATime extends ChannelDuplexHandler {
    private final Queue<Object> held = new ArrayDeque<>(2);
    private boolean owed;
    private boolean wantsMore;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!held.isEmpty() || mustWait(message)) {
            held.add(message);
        } else {
            letIn(context, message);
        }
    }

    private boolean mustWait(Object message) {
        return owed && message instanceof HttpRequest;
    }

    private void letIn(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            owed = true;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (held.isEmpty()) {
            context.read();
        } else {
            wantsMore = true;
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean ends = message instanceof LastHttpContent && !isInterim(message);
        var _ = context.write(message, promise);
        if (ends) {
            owed = false;
            if (!held.isEmpty()) {
                context.executor().execute(() -> letNextIn(context)); // whoever writes now is not done with it yet
            }
        }
    }

    /** Such as 100 Continue: another answer follows. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void letNextIn(ChannelHandlerContext context) {
        if (held.isEmpty() || mustWait(held.element()) || !context.channel().isActive()) {
            return;
        }
        while (!held.isEmpty() && !mustWait(held.element())) {
            letIn(context, held.remove());
        }
        context.fireChannelReadComplete();
        if (wantsMore && held.isEmpty()) {
            wantsMore = false;
            context.read();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }
}
