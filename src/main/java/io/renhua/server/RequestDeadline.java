package io.renhua.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts whoever sends a request by drips: a limit on idle time never ends for somebody who sends one byte now and then. Costs
 * nothing for requests that come whole.
 */
final class RequestDeadline extends ChannelInboundHandlerAdapter {
    private static final long HEAD = TimeUnit.SECONDS.toNanos(15);
    private static final long BODY = TimeUnit.SECONDS.toNanos(30);

    private enum Part {
        NONE,
        HEAD,
        BODY
    }

    private Part open = Part.NONE;
    private long deadline;
    private @Nullable Future<?> look;

    /** Stands before HTTP is read: notes when a request begins. */
    ChannelInboundHandler bytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object bytes) {
                if (open == Part.NONE) {
                    open(context, Part.HEAD, HEAD);
                }
                context.fireChannelRead(bytes);
            }

            @Override
            public void channelReadComplete(ChannelHandlerContext context) {
                context.fireChannelReadComplete();
                if (open != Part.NONE && look == null) {
                    lookAgain(context, deadline - now(context));
                }
            }
        };
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent) {
            open = Part.NONE;
        } else if (message instanceof HttpRequest) {
            open(context, Part.BODY, BODY);
        }
        context.fireChannelRead(message);
    }

    private void open(ChannelHandlerContext context, Part part, long patience) {
        open = part;
        deadline = now(context) + patience;
    }

    private static long now(ChannelHandlerContext context) {
        return context.executor().ticker().nanoTime();
    }

    private void lookAgain(ChannelHandlerContext context, long nanos) {
        look = context.executor().schedule(() -> look(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        look = null;
        if (open == Part.NONE) {
            return; // it came; the next that does not come whole is looked after anew
        }
        long left = deadline - now(context);
        if (left > 0) {
            lookAgain(context, left);
        } else {
            var _ = context.close();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        var pending = look;
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
