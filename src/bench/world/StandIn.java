package world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** The platform on 127.0.0.1: takes calls by its own rules, and has its bad days when it is told to. */
public final class StandIn implements AutoCloseable {
    private final Platform platform;
    private final int port = Ports.free();
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final AtomicReference<Channel> door = new AtomicReference<>();
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private final Takings takings = new Takings();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<Consumer<Call>> listeners = new CopyOnWriteArrayList<>();
    private volatile Function<Call, Fate> fates = call -> Fate.TAKEN;

    public StandIn(Platform platform) {
        this.platform = platform;
        up();
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What becomes of the calls from now on. */
    public void fates(Function<Call, Fate> fates) {
        this.fates = fates;
    }

    /** Whom to tell of every call that is taken; must be quick. */
    public void onTaken(Consumer<Call> listener) {
        listeners.add(listener);
    }

    public Takings takings() {
        return takings;
    }

    /** How many calls with words came, taken or not. */
    public int calls() {
        return calls.get();
    }

    /** How many calls wait for their answer now. */
    public int inFlight() {
        return inFlight.get();
    }

    /** How many waited at the same time at most. */
    public int mostInFlight() {
        return most.get();
    }

    /** Nobody listens any more, and who was being listened to is cut off. */
    public void down() {
        door.getAndSet(null).close().syncUninterruptibly();
        open.close().syncUninterruptibly();
    }

    public void up() {
        var server = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        open.add(channel);
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), new Counter());
                    }
                });
        door.set(server.bind(new InetSocketAddress("127.0.0.1", port))
                .syncUninterruptibly()
                .channel());
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Where the platform's staff take calls. */
    private final class Counter extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            var headers = new HashMap<String, String>();
            request.headers()
                    .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
            platform.call(request.uri(), Map.copyOf(headers), request.content().toString(UTF_8))
                    .ifPresentOrElse(call -> meet(context, call), () -> say(context, 200, 0, platform.taken()));
        }

        private void meet(ChannelHandlerContext context, Call call) {
            calls.incrementAndGet();
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            switch (fates.apply(call)) {
                case Fate.Take(var after) when after.isZero() -> answer(context, take(call));
                case Fate.Take(var after) -> {
                    var answer = take(call);
                    context.executor().schedule(() -> answer(context, answer), after.toNanos(), TimeUnit.NANOSECONDS);
                }
                case Fate.TakeInSilence() -> {
                    take(call);
                    reset(context);
                }
                case Fate.Reset() -> reset(context);
                case Fate.Refuse refuse -> answer(context, refuse);
            }
        }

        private Fate.Refuse take(Call call) {
            boolean fresh = call.allowed() && (call.key().isEmpty() || spent.add(call.key()));
            if (!fresh) {
                return platform.refusal(call);
            }
            takings.add(call);
            listeners.forEach(listener -> listener.accept(call));
            return new Fate.Refuse(200, 0, platform.taken());
        }

        private void answer(ChannelHandlerContext context, Fate.Refuse answer) {
            inFlight.decrementAndGet();
            say(context, answer.status(), answer.retryAfter(), answer.body());
        }

        private void reset(ChannelHandlerContext context) {
            inFlight.decrementAndGet();
            context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            context.close();
        }

        private static void say(ChannelHandlerContext context, int status, int retryAfter, String body) {
            var response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.copiedBuffer(body, UTF_8));
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
            if (retryAfter > 0) {
                response.headers().set(HttpHeaderNames.RETRY_AFTER, retryAfter);
            }
            context.writeAndFlush(response);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close(); // the server was killed in the middle of a call
        }
    }
}
