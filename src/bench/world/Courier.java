package world;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Carries knocks to servers over connections that stay open, one knock at a time on each; cheap, so as not to be measured. */
public final class Courier implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Map<Integer, Deque<Way>> idle = new ConcurrentHashMap<>();
    private final Bootstrap bootstrap = new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2000);

    /** Knocks at a port of 127.0.0.1; what comes of it is never exceptional. */
    public CompletableFuture<Answer> knock(int port, Knock knock) {
        var way = idle.computeIfAbsent(port, each -> new ConcurrentLinkedDeque<>())
                .poll();
        return way == null ? overNewWay(port, knock) : way.go(knock);
    }

    private CompletableFuture<Answer> overNewWay(int port, Knock knock) {
        var way = new Way(port);
        long began = System.nanoTime();
        var answer = new CompletableFuture<Answer>();
        bootstrap
                .clone()
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpClientCodec(), new HttpObjectAggregator(1 << 20), way);
                    }
                })
                .connect("127.0.0.1", port)
                .addListener(connected -> {
                    if (connected.isSuccess()) {
                        way.go(knock).thenAccept(answer::complete);
                    } else {
                        answer.complete(none(began));
                    }
                });
        return answer;
    }

    private static Answer none(long began) {
        long now = System.nanoTime();
        return new Answer(now, 0, Duration.ofNanos(now - began));
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** One connection. */
    private final class Way extends SimpleChannelInboundHandler<FullHttpResponse> {
        private final int port;
        private final AtomicReference<Trip> trip = new AtomicReference<>();
        private volatile Channel channel;
        private volatile ScheduledFuture<?> watch;

        private record Trip(long began, CompletableFuture<Answer> answer) {}

        Way(int port) {
            this.port = port;
        }

        CompletableFuture<Answer> go(Knock knock) {
            var mine = new Trip(System.nanoTime(), new CompletableFuture<>());
            trip.set(mine);
            var request = new DefaultFullHttpRequest(
                    HttpVersion.HTTP_1_1, HttpMethod.POST, knock.path(), Unpooled.wrappedBuffer(knock.body()));
            request.headers()
                    .set(HttpHeaderNames.HOST, "127.0.0.1:" + port)
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .set(HttpHeaderNames.CONTENT_LENGTH, knock.body().length);
            knock.headers().forEach((name, value) -> request.headers().set(name, value));
            channel.writeAndFlush(request).addListener(written -> {
                if (!written.isSuccess()) {
                    broken();
                }
            });
            return mine.answer;
        }

        private void giveUpIfLate() {
            var mine = trip.get();
            if (mine != null && System.nanoTime() - mine.began > LONGEST.toNanos()) {
                channel.close(); // and with it the trip ends
            }
        }

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            channel = context.channel();
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            watch = context.executor().scheduleAtFixedRate(this::giveUpIfLate, 1, 1, TimeUnit.SECONDS);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            var done = trip.getAndSet(null);
            if (HttpUtil.isKeepAlive(response)) {
                idle.get(port).push(this);
            } else {
                context.close();
            }
            if (done != null) {
                long now = System.nanoTime();
                done.answer.complete(new Answer(now, response.status().code(), Duration.ofNanos(now - done.began)));
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            watch.cancel(false);
            idle.get(port).remove(this);
            broken();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close(); // the server is gone
        }

        private void broken() {
            var mine = trip.getAndSet(null);
            if (mine != null) {
                mine.answer.complete(none(mine.began));
            }
        }
    }
}
