package io.renhua;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.renhua.connector.JsonBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** LINE, as far as it can tell a second try from a second message: a reply token and a retry key work once each. */
final class LineStandIn implements AutoCloseable {
    private final HttpServer server;
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    LineStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The reply tokens and retry keys under which words were taken, in the order of their taking. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var json = JsonBody.read(exchange.getRequestBody().readAllBytes()).orElseThrow();
            var retryKey = exchange.getRequestHeaders().getFirst("x-line-retry-key");
            boolean isReply = retryKey == null;
            var key = isReply ? json.path("replyToken").asText() : retryKey;
            if (spent.add(key)) {
                taken.add(key);
                say(exchange, 200, "{\"sentMessages\": [{\"id\": \"1\"}]}");
            } else {
                say(exchange, isReply ? 400 : 409, "{\"message\": \"Invalid reply token\"}");
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
