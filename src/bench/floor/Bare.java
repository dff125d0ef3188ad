package floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
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
import io.renhua.dialogue.LivePersona;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.persona.PersonaReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * What nobody who answers from a durable store can be cheaper than, as a process of its own: plain Netty that echoes, or that
 * first keeps the message in H2, in groups as the server does, and then classifies what was said.
 *
 * <p>Bare.java echo PORT, or Bare.java keep PORT PERSONA FOLDER
 */
final class Bare {
    private static final JsonMapper JSON = new JsonMapper();

    private Bare() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("logback.configurationFile", "config/logback.xml");
        int port = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("echo")) {
            serve(port, (body, echo) -> echo.run());
            return;
        }
        var classifier = classifier(Path.of(arguments[2]));
        var keeper = new Keeper(Path.of(arguments[3]));
        serve(port, (body, echo) -> {
            var event = read(body).path("events").path(0);
            keeper.keep(event.path("webhookEventId").asText(), new String(body, StandardCharsets.UTF_8), () -> {
                classifier.classify(event.path("message").path("text").asText());
                echo.run();
            });
        });
    }

    private static Classifier classifier(Path persona) {
        var read = Objects.requireNonNull(new PersonaReader().read(persona).persona());
        return LivePersona.learn(read, new OpenNlpTrainer(), EntityFinders::of).classifier();
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param what is done with a body before it is echoed */
    private static void serve(int port, BiConsumer<byte[], Runnable> what) throws InterruptedException {
        new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory()))
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), new Echo(what));
                    }
                })
                .bind("127.0.0.1", port)
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }

    private static final class Echo extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final BiConsumer<byte[], Runnable> what;

        Echo(BiConsumer<byte[], Runnable> what) {
            this.what = what;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            var body = ByteBufUtil.getBytes(request.content());
            what.accept(body, () -> echo(context, body));
        }

        private static void echo(ChannelHandlerContext context, byte[] body) {
            var response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(body));
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
            context.writeAndFlush(response);
        }
    }
}
