package io.renhua.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.renhua.connector.JsonBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A company's own helpdesk in a few lines: takes events, knows by their ids what it has, and believes only what is signed. */
public final class TinyHelpdesk implements AutoCloseable {
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final int port;
    private final Map<String, JsonNode> events = new LinkedHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger copies = new AtomicInteger();
    private HttpServer server;

    public TinyHelpdesk() {
        server = open(0);
        port = server.getAddress().getPort();
    }

    public String address() {
        return "http://localhost:" + port + "/renhua";
    }

    /** The next calls are answered with 500. */
    public void fail(int times) {
        failures.set(times);
    }

    /** Nobody is there any more. */
    public void goDown() {
        server.stop(0);
    }

    public void comeBack() {
        server = open(port);
    }

    private HttpServer open(int where) {
        try {
            var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), where), 0);
            opened.createContext("/renhua", this::take);
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange call) throws IOException {
        var body = call.getRequestBody().readAllBytes();
        call.sendResponseHeaders(status(call, body), -1);
        call.close();
    }

    private int status(HttpExchange call, byte[] body) {
        if (!isTheirs(call, body)) {
            return 401;
        }
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return 500;
        }
        var id = call.getRequestHeaders().getFirst("webhook-id");
        synchronized (events) {
            if (events.putIfAbsent(id, JsonBody.read(body).orElseThrow()) != null) {
                copies.incrementAndGet();
            }
        }
        return 204;
    }

    private static boolean isTheirs(HttpExchange call, byte[] body) {
        var headers = call.getRequestHeaders();
        var signed = headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + ".";
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring(6)), "HmacSHA256"));
            mac.update(signed.getBytes(StandardCharsets.UTF_8));
            var mine = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return Arrays.asList(headers.getFirst("webhook-signature").split(" "))
                    .contains(mine);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it was told of a conversation, in the order in which it came; each once. */
    public List<JsonNode> events(String conversation) {
        synchronized (events) {
            return events.values().stream()
                    .filter(event ->
                            event.path("data").path("conversation").asText().equals(conversation))
                    .toList();
        }
    }

    public List<String> types(String conversation) {
        return events(conversation).stream()
                .map(event -> event.path("type").asText())
                .toList();
    }

    /** How often it was told what it knew. */
    public int copies() {
        return copies.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
