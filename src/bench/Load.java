import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A load run: starts the built server as a process of its own, plays the platform on 127.0.0.1, sends signed webhooks at a
 * rate, and measures acknowledgements and delivered replies. With --kills it kills the server with SIGKILL meanwhile, starts
 * it again, delivers again what was not acknowledged, and counts what was lost and what came twice.
 *
 * <p>java src/bench/Load.java line --messages 6000 --rate 300 [--kills 3] [--java /path/to/jdk-25/bin/java]
 */
final class Load {
    private static final String SECRET = "bench-secret";
    private static final int PORT = 18181;
    private static final int PLATFORM_PORT = 18182;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final String platform;
    private final int messages;
    private final int rate;
    private final int kills;
    private final String java;
    private final Path data;

    private final AtomicLongArray sent;
    private final AtomicLongArray acknowledged;
    private final AtomicLongArray delivered;
    private final AtomicInteger[] calls;
    private final AtomicInteger deliveries = new AtomicInteger();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private volatile Process server;

    public static void main(String[] arguments) throws Exception {
        var options = Arrays.asList(arguments);
        if (options.isEmpty() || !List.of("line", "telegram", "slack").contains(options.getFirst())) {
            System.err.println("usage: java src/bench/Load.java line|telegram|slack [--messages N] [--rate N] [--kills N]");
            System.exit(2);
        }
        var load = new Load(
                options.getFirst(),
                Integer.parseInt(option(options, "--messages", "3000")),
                Integer.parseInt(option(options, "--rate", "200")),
                Integer.parseInt(option(options, "--kills", "0")),
                option(options, "--java", System.getProperty("java.home") + "/bin/java"));
        System.exit(load.run() ? 0 : 1);
    }

    private static String option(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }

    private Load(String platform, int messages, int rate, int kills, String java) throws IOException {
        this.platform = platform;
        this.messages = messages;
        this.rate = rate;
        this.kills = kills;
        this.java = java;
        this.data = Files.createTempDirectory("renhua-load");
        this.sent = new AtomicLongArray(messages);
        this.acknowledged = new AtomicLongArray(messages);
        this.delivered = new AtomicLongArray(messages);
        this.calls = Stream.generate(AtomicInteger::new).limit(messages).toArray(AtomicInteger[]::new);
    }

    private boolean run() throws Exception {
        var standIn = standIn();
        try {
            start();
            warmUp();
            var cpuBefore = cpu();
            long began = System.nanoTime();
            var killer = Thread.ofVirtual().start(this::killNowAndThen);
            sendAll();
            killer.join();
            awaitReplies();
            report(began, cpuBefore);
        } finally {
            server.destroyForcibly().waitFor();
            standIn.stop(0);
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
        return lost() == 0;
    }

    // ---- the server

    private void start() throws Exception {
        var account = "-Drenhua.channels.bench.";
        server = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx512m",
                        "-Dmicronaut.server.port=" + PORT,
                        "-Drenhua.data=" + data,
                        account + "platform=" + platform,
                        account + "persona=pao",
                        account + "api-base=http://127.0.0.1:" + PLATFORM_PORT + (platform.equals("slack") ? "/api" : ""),
                        account + "channel-secret=" + SECRET,
                        account + "channel-access-token=bench",
                        account + "bot-token=bench",
                        account + "webhook-secret=" + SECRET,
                        account + "signing-secret=" + SECRET,
                        "-cp",
                        "target/classes" + File.pathSeparator + "target/lib/*",
                        "io.renhua.Application",
                        "serve")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of("target/load.log").toFile()))
                .start();
        var end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < end && server.isAlive()) {
            try {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/health"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(50); // not up yet
            }
        }
        throw new IllegalStateException("the server did not come up; see target/load.log");
    }

    private void killNowAndThen() {
        try {
            for (int kill = 0; kill < kills; kill++) {
                Thread.sleep(messages * 1000L / rate / (kills + 1));
                server.destroyForcibly().waitFor();
                System.out.println("killed with SIGKILL, starting again");
                start();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Duration cpu() {
        return server.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private String memory(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                .filter(line -> line.startsWith(field))
                .map(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024 + " MiB")
                .findFirst()
                .orElse("?");
    }

    // ---- the people

    /** Lets the server's own compiler settle: the same kind of messages, by people who are not counted. */
    private void warmUp() throws Exception {
        for (int i = 0; i < Math.min(1500, rate * 5); i++) { // a platform that takes few a second is warm with fewer
            http.send(request(-1 - i), HttpResponse.BodyHandlers.discarding());
        }
        int seen = -1;
        while (seen != deliveries.get()) {
            seen = deliveries.get();
            Thread.sleep(1000);
        }
    }

    private void sendAll() throws Exception {
        var inFlight = new Semaphore(2000);
        long began = System.nanoTime();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < messages; i++) {
                long due = began + i * 1_000_000_000L / rate;
                while (System.nanoTime() < due) {
                    Thread.sleep(0, 200_000);
                }
                inFlight.acquire();
                int message = i;
                people.submit(() -> {
                    deliverUntilTaken(message);
                    inFlight.release();
                    return null;
                });
            }
        }
    }

    /** As platforms do: until there is a 2xx. */
    private void deliverUntilTaken(int message) throws Exception {
        sent.set(message, System.nanoTime());
        for (int attempt = 0; attempt < 200; attempt++) {
            try {
                if (http.send(request(message), HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2) {
                    acknowledged.set(message, System.nanoTime());
                    return;
                }
            } catch (IOException e) {
                // the server is gone; so would the platform see it
            }
            Thread.sleep(Math.min(300 * (attempt + 1), 2000));
        }
    }

    private HttpRequest request(int message) throws Exception {
        var body = body(message).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/webhooks/bench"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        switch (platform) {
            case "line" -> request.header("x-line-signature", Base64.getEncoder().encodeToString(hmac(body)));
            case "telegram" -> request.header("X-Telegram-Bot-Api-Secret-Token", SECRET);
            default -> {
                var now = String.valueOf(System.currentTimeMillis() / 1000);
                var base = ("v0:" + now + ":" + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
                request.header("X-Slack-Request-Timestamp", now)
                        .header("X-Slack-Signature", "v0=" + HexFormat.of().formatHex(hmac(base)));
            }
        }
        return request.build();
    }

    private String body(int message) {
        var words = message % 2 == 0 ? "要泡多久" : "how long do I brew it";
        long now = System.currentTimeMillis();
        int person = message + 100_000; // warm-up people come before, and are not counted
        return switch (platform) {
            case "line" -> """
                    {"destination":"Ubench","events":[{"type":"message","mode":"active","timestamp":%d,
                    "source":{"type":"user","userId":"U%d"},"webhookEventId":"E%d",
                    "deliveryContext":{"isRedelivery":false},"replyToken":"R%d",
                    "message":{"id":"%d","type":"text","text":"%s"}}]}""".formatted(now, person, person, person, person, words);
            case "telegram" -> """
                    {"update_id":%d,"message":{"message_id":%d,"date":%d,"text":"%s",
                    "from":{"id":%d,"is_bot":false,"first_name":"B"},"chat":{"id":%d,"type":"private"}}}"""
                    .formatted(person, person, now / 1000, words, person, person);
            default -> """
                    {"type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"Ev%d","event_time":%d,
                    "event":{"type":"message","channel_type":"im","channel":"D%d","user":"U%d","text":"%s","ts":"%d.%06d"}}"""
                    .formatted(person, now / 1000, person, person, words, now / 1000, person);
        };
    }

    private static byte[] hmac(byte[] body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(body);
    }

    // ---- the platform

    private HttpServer standIn() throws IOException {
        var standIn = HttpServer.create(new InetSocketAddress("127.0.0.1", PLATFORM_PORT), 1024);
        standIn.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        standIn.createContext("/", this::take);
        standIn.start();
        return standIn;
    }

    private static final Pattern PERSON =
            Pattern.compile("\"(?:to|replyToken|channel|chat_id)\"\\s*:\\s*\"?(?:U|R|D)?(\\d+)");

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var key = exchange.getRequestHeaders().getFirst("X-Line-Retry-Key");
        boolean again = key != null && keys.putIfAbsent(key, "taken") != null;
        var person = PERSON.matcher(body);
        if (!again && person.find()) {
            deliveries.incrementAndGet();
            int message = Integer.parseInt(person.group(1)) - 100_000;
            if (message >= 0 && message < messages) {
                delivered.compareAndSet(message, 0, System.nanoTime());
                calls[message].incrementAndGet();
            }
        }
        var answer = switch (platform) {
            case "line" -> "{\"sentMessages\":[{\"id\":\"1\"}]}";
            case "telegram" -> "{\"ok\":true,\"result\":{\"message_id\":1}}";
            default -> "{\"ok\":true,\"ts\":\"1.1\",\"channel\":\"D1\"}";
        };
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(again ? 409 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    // ---- the figures

    private void awaitReplies() throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (lost() > 0 && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        Thread.sleep(1000); // doubles, if there are any, come now
    }

    private long lost() {
        return indices().filter(i -> acknowledged.get(i) != 0 && delivered.get(i) == 0).count();
    }

    private IntStream indices() {
        return IntStream.range(0, messages);
    }

    private void report(long began, Duration cpuBefore) throws IOException {
        long last = indices().mapToLong(delivered::get).max().orElse(began);
        double seconds = (last - began) / 1e9;
        double cpu = cpu().minus(cpuBefore).toMillis() / 1000.0;
        int usual = calls[messages - 1].get();
        System.out.printf("%s: %d messages at %d/s, %d kills%n", platform, messages, rate, kills);
        System.out.printf("  answered %.0f messages/s", messages / seconds);
        if (kills == 0) {
            System.out.printf(", %.0f per CPU-second (%.0f µs of CPU each)", messages / cpu, cpu * 1e6 / messages);
        }
        System.out.println();
        System.out.println("  acknowledged after " + spread(acknowledged) + "; reply delivered after " + spread(delivered));
        System.out.println("  memory " + memory("VmRSS") + ", at most " + memory("VmHWM"));
        System.out.println("  not acknowledged " + indices().filter(i -> acknowledged.get(i) == 0).count() + ", lost " + lost()
                + ", with more calls than usual (" + usual + ") "
                + indices().filter(i -> calls[i].get() > usual).count());
    }

    private String spread(AtomicLongArray times) {
        var sorted = indices()
                .filter(i -> times.get(i) != 0)
                .mapToLong(i -> times.get(i) - sent.get(i))
                .sorted()
                .toArray();
        return sorted.length == 0
                ? "never"
                : "p50 %.1f ms, p99 %.1f ms"
                        .formatted(sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 0.99)] / 1e6);
    }
}
