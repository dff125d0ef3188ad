package door;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
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
import io.renhua.conversation.Inbox;
import io.renhua.conversation.StoreInbox;
import io.renhua.message.Inbound;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The servers that are compared. Nobody takes turns here: what is kept stays where it is. */
final class Served {
    private Served() {}

    static void serve(String kind, Path data) throws Exception {
        int port =
                switch (kind) {
                    case "raw" -> echo();
                    case "read" -> renhua(data, false);
                    case "durable" -> renhua(data, true);
                    default -> throw new IllegalArgumentException(kind);
                };
        System.out.println("listening " + port);
        Thread.currentThread().join();
    }

    /** Bare Netty: the body comes back as it came. */
    private static int echo() throws InterruptedException {
        var loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
        var bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), new Echo());
                    }
                });
        var channel = bootstrap.bind("127.0.0.1", 0).sync().channel();
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    private static final class Echo extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            var body = Unpooled.copiedBuffer(request.content());
            var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
            answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
            context.write(answer, context.voidPromise());
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }

    private static int renhua(Path data, boolean durable) {
        var builder = ApplicationContext.builder()
                .overrideConfigLocations("file:config/")
                .deduceEnvironment(false)
                .banner(false)
                .properties(settings(data));
        if (!durable) {
            builder.beanDefinitions(RuntimeBeanDefinition.builder(Inbox.class, KeepsAtOnce::new)
                    .singleton(true)
                    .replaces(StoreInbox.class)
                    .build());
        }
        return builder.start().getBean(NettyEmbeddedServer.class).start().getPort();
    }

    private static Map<String, Object> settings(Path data) {
        var settings = new HashMap<String, Object>();
        settings.put("micronaut.server.port", -1);
        settings.put("renhua.data", data.toString());
        settings.put("renhua.personas", "src/test/resources/personas");
        settings.put("renhua.channels.bench-line.platform", "line");
        settings.put("renhua.channels.bench-line.persona", "mo");
        settings.put("renhua.channels.bench-line.channel-secret", Knocking.SECRET);
        settings.put("renhua.channels.bench-line.channel-access-token", "bench");
        return settings;
    }

    private static final class KeepsAtOnce implements Inbox {
        @Override
        public void accept(List<Inbound> messages, Receipt receipt) {
            receipt.kept();
        }
    }
}
