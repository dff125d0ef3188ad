package door;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** LINE as it knocks: signed calls of one message each, every one a new one, on connections that stay open. */
final class Knocking {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final int PEOPLE = 500;
    private static final AtomicLong NUMBER = new AtomicLong();

    private Knocking() {}

    /** How long each answer took, in order. */
    record Taken(long[] nanos) {
        int count() {
            return nanos.length;
        }

        double millis(double share) {
            return nanos[(int) Math.min(nanos.length - 1L, (long) (share * nanos.length))] / 1e6;
        }
    }

    static Taken knock(int port, int connections, int count) throws Exception {
        var left = new AtomicInteger(count);
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var calls = new ArrayList<Callable<List<Long>>>();
            for (int i = 0; i < connections; i++) {
                calls.add(() -> oneConnection(port, left));
            }
            var all = new ArrayList<Long>();
            for (var each : threads.invokeAll(calls)) {
                all.addAll(each.get());
            }
            return new Taken(all.stream().mapToLong(Long::longValue).sorted().toArray());
        }
    }

    private static List<Long> oneConnection(int port, AtomicInteger left) throws IOException, GeneralSecurityException {
        var took = new ArrayList<Long>();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(US_ASCII), "HmacSHA256"));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            while (left.getAndDecrement() > 0) {
                var call = call(NUMBER.incrementAndGet(), mac);
                long since = System.nanoTime();
                do {
                    socket.getOutputStream().write(call);
                } while (!isTaken(in));
                took.add(System.nanoTime() - since);
            }
        }
        return took;
    }

    private static byte[] call(long number, Mac mac) {
        var body = """
                {"destination":"U00000000000000000000000000000b07","events":[{"type":"message","mode":"active",\
                "timestamp":%d,"source":{"type":"user","userId":"U%s"},"webhookEventId":"01BENCH%019d",\
                "deliveryContext":{"isRedelivery":false},"replyToken":"%s","message":{"id":"46%016d","type":"text",\
                "quoteToken":"q3Plxr4AgKd01TESTQUOTETOKEN","text":"請問我的包裹到哪裡了？訂單 SP%07d 😄"}}]}"""
                .formatted(
                        System.currentTimeMillis(),
                        hex(number % PEOPLE),
                        number,
                        hex(-number),
                        number,
                        number % 10_000_000)
                .getBytes(UTF_8);
        var head = ("POST /webhooks/bench-line HTTP/1.1\r\nHost: chat.example.com\r\nUser-Agent: LineBotWebhook/2.0\r\n"
                        + "Content-Type: application/json; charset=utf-8\r\nX-Line-Signature: "
                        + Base64.getEncoder().encodeToString(mac.doFinal(body)) + "\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(US_ASCII);
        var call = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, call, head.length, body.length);
        return call;
    }

    /** Thirty-two digits without a common beginning, as the platform's own. */
    private static String hex(long seed) {
        var random = new SplittableRandom(seed);
        return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }

    /** Reads an answer; false for the one that asks to come again, which a starved machine may give. */
    private static boolean isTaken(InputStream in) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 200") && !status.startsWith("HTTP/1.1 503")) {
            throw new IOException("answered with " + status);
        }
        int length = 0;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return status.startsWith("HTTP/1.1 200");
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
