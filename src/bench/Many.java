import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Many personas in one server: writes them into a folder of its own, each with 20 lines of 15 examples in Chinese and in
 * English, starts the built server on it twice, cold and with everything learnt, and says how long that took and what it
 * needs. With fewer brands than personas several have the same words, which are learnt about once and held by each.
 *
 * <p>java src/bench/Many.java [--personas 200] [--brands 200] [--xmx 512m] [--java /path/to/jdk-25/bin/java]
 */
final class Many {
    private static final int PORT = 18183;
    private static final int LINES = 20;
    private static final int EXAMPLES = 15;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String[] THINGS = {
        "運費", "退貨", "發票", "門市", "會員", "點數", "尺寸", "顏色", "保固", "維修", "禮盒", "預購", "付款", "折扣", "庫存", "包裝", "到貨",
        "取消", "客訂", "試用"
    };
    private static final String[] ENGLISH = {
        "delivery", "returns", "invoice", "store", "membership", "points", "size", "colour", "warranty", "repair", "gift box",
        "pre-order", "payment", "discount", "stock", "packaging", "arrival", "cancelling", "custom orders", "trial"
    };
    private static final String[] ASKS = {
        "%s怎麼算", "請問%s", "想問%s的事", "%s多少", "可以說一下%s嗎", "%s在哪裡看", "我要問%s", "%s有什麼規定", "關於%s", "%s要多久", "哪裡有%s",
        "沒有%s怎麼辦", "%s可以改嗎", "幫我看%s", "%s什麼時候"
    };
    private static final String[] ASKED = {
        "how about %s", "tell me about %s", "what is your %s policy", "question on %s", "I need help with %s", "how does %s work",
        "where do I find %s", "can I change the %s", "how long for %s", "no %s yet", "is %s possible", "what about the %s",
        "%s please", "who handles %s", "my %s is wrong"
    };

    private final int personas;
    private final int brands;
    private final String xmx;
    private final String java;
    private final Path home;

    public static void main(String[] arguments) throws Exception {
        var options = Arrays.asList(arguments);
        var personas = option(options, "--personas", "200");
        new Many(
                        Integer.parseInt(personas),
                        Integer.parseInt(option(options, "--brands", personas)),
                        option(options, "--xmx", "512m"),
                        option(options, "--java", System.getProperty("java.home") + "/bin/java"))
                .run();
    }

    private static String option(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }

    private Many(int personas, int brands, String xmx, String java) throws IOException {
        this.personas = personas;
        this.brands = brands;
        this.xmx = xmx;
        this.java = java;
        this.home = Files.createTempDirectory("renhua-many");
    }

    private void run() throws Exception {
        try {
            for (int i = 0; i < personas; i++) {
                write(i);
            }
            System.out.printf("%d personas of %d brands, %d lines with 2 x %d examples, -Xmx%s%n", personas, brands, LINES, EXAMPLES, xmx);
            start("cold");
            start("warm");
        } finally {
            try (var files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private void start(String how) throws Exception {
        var log = home.resolve(how + ".log");
        long began = System.nanoTime();
        var server = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx" + xmx,
                        "-Dmicronaut.server.port=" + PORT,
                        "-Drenhua.data=" + home.resolve("data"),
                        "-Drenhua.personas=" + home.resolve("personas"),
                        "-cp",
                        "target/classes" + File.pathSeparator + "target/lib/*",
                        "io.renhua.Application",
                        "serve")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            awaitOpen(server, log);
            double open = seconds(began);
            awaitAllLearnt(server, log);
            double learnt = seconds(began);
            System.out.printf(
                    "%s: open after %.1f s, all learnt after %.1f s (%.0f s of CPU), RSS %s, at most %s%n",
                    how,
                    open,
                    learnt,
                    server.toHandle().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0,
                    memory(server, "VmRSS"),
                    memory(server, "VmHWM"));
            Files.readAllLines(log).stream()
                    .filter(line -> line.contains("models "))
                    .map(line -> line.replaceFirst(".*?(\\d+ personas)", "  $1"))
                    .forEach(System.out::println);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private void awaitOpen(Process server, Path log) throws Exception {
        var http = HttpClient.newHttpClient();
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/health")).build();
        for (long end = System.nanoTime() + LONGEST.toNanos(); System.nanoTime() < end && server.isAlive(); ) {
            try {
                if (http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(50); // not up yet
            }
        }
        throw new IllegalStateException("the server did not come up:\n" + Files.readString(log));
    }

    private void awaitAllLearnt(Process server, Path log) throws Exception {
        for (long end = System.nanoTime() + LONGEST.toNanos(); System.nanoTime() < end && server.isAlive(); ) {
            if (Files.readString(log).contains(": " + personas + " personas, models ")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("not all were learnt:\n" + Files.readString(log));
    }

    private static String memory(Process server, String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                .filter(line -> line.startsWith(field))
                .map(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024 + " MiB")
                .findFirst()
                .orElse("?");
    }

    /** Like the small test persona, with other lines: no two brands sell the same in the same words. */
    private void write(int number) throws IOException {
        var template = Path.of("src/test/resources/personas/mo");
        var folder = home.resolve("personas/brand" + number);
        try (var files = Files.walk(template)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(template.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        var script = folder.resolve("persona.yaml");
        Files.writeString(script, Files.readString(script).replace("\nid: mo\n", "\nid: brand" + number + "\n"));
        Files.writeString(folder.resolve("lines/goods.yaml"), lines(number % brands, THINGS, ASKS, "這是%s。"));
        Files.writeString(folder.resolve("locales/en/lines/goods.yaml"), lines(number % brands, ENGLISH, ASKED, "That is our %s."));
    }

    private static String lines(int number, String[] things, String[] asks, String says) {
        var yaml = new StringBuilder("lines:\n");
        var order = new Random(number);
        for (int line = 0; line < LINES; line++) {
            yaml.append("\n  thing").append(line).append(":\n    asks:\n");
            for (int i = 0; i < EXAMPLES; i++) {
                var ask = asks[i].formatted(things[line]) + " " + (char) ('a' + order.nextInt(26)) + number;
                yaml.append("      - \"").append(ask).append("\"\n");
            }
            yaml.append("    says: \"").append(says.formatted(things[line])).append("\"\n");
        }
        return yaml.toString();
    }
}
