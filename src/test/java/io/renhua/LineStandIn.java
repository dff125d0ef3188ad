package io.renhua;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.renhua.connector.JsonBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;

/** LINE, as far as it can tell a second try from a second message: a reply token and a retry key work once each. */
final class LineStandIn implements AutoCloseable {
    private final HttpServer server;
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> again = new CopyOnWriteArrayList<>();
    private final Phaser gate = new Phaser(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean shut;

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

    /** The settings of a channel on it, whose persona is 小墨. */
    Map<String, String> channel() {
        var place = "renhua.channels.mo-line.";
        return Map.of(
                place + "platform",
                "line",
                place + "persona",
                "mo",
                place + "channel-secret",
                Knocks.SECRET,
                place + "channel-access-token",
                "line-token",
                place + "api-base",
                "http://localhost:" + server.getAddress().getPort());
    }

    /** The reply tokens and retry keys under which words were taken, in the order of their taking. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    /** The same for those that had been taken before. */
    List<String> again() {
        return List.copyOf(again);
    }

    /** Keeps calls waiting; comes back once so many wait. */
    void hold(int calls) {
        shut = true;
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting.get() >= calls);
    }

    void letGo() {
        shut = false;
        gate.arrive();
    }

    private void awaitTurn() {
        waiting.incrementAndGet();
        int phase = gate.getPhase();
        if (shut) {
            gate.awaitAdvance(phase);
        }
        waiting.decrementAndGet();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var json = JsonBody.read(exchange.getRequestBody().readAllBytes()).orElseThrow();
            awaitTurn();
            var retryKey = exchange.getRequestHeaders().getFirst("x-line-retry-key");
            boolean isReply = retryKey == null;
            var key = isReply ? json.path("replyToken").asText() : retryKey;
            if (spent.add(key)) {
                taken.add(key);
                say(exchange, 200, "{\"sentMessages\": [{\"id\": \"1\"}]}");
            } else {
                again.add(key);
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
        letGo();
        server.stop(0);
    }
}
