package door;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a webhook costs at the door: a bare Netty server that answers with the body it got, our server with an inbox that keeps
 * at once (proof and reading alone), and our server as it is (durable before the answer, in groups). Each in a process of its
 * own, warmed up, by the same calls in one run. Counts requests per second of the server's CPU.
 *
 * <p>java -cp 'target/classes:target/lib/*' src/bench/door/Door.java [--connections 64] [--warm 100000]
 * [--calls 50000] [--rounds 3] [--only raw,durable] [--jfr door.jfr]
 */
final class Door {
    private static final List<String> KINDS = List.of("raw", "read", "durable");

    private final Map<String, String> options;

    private Door(Map<String, String> options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("serve")) {
            Served.serve(arguments[1], Path.of(arguments[2]));
        } else {
            new Door(options(arguments)).run();
        }
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private int number(String option, int otherwise) {
        return Integer.parseInt(options.getOrDefault("--" + option, String.valueOf(otherwise)));
    }

    private void run() throws Exception {
        var kinds = options.containsKey("--only") ? List.of(options.get("--only").split(",")) : KINDS;
        var servers = new LinkedHashMap<String, Server>();
        try {
            for (var kind : kinds) {
                servers.put(kind, start(kind));
                measure(servers.get(kind), number("warm", 100_000));
            }
            var best = new LinkedHashMap<String, List<Measure>>();
            for (int round = 0; round < number("rounds", 3); round++) {
                for (var kind : kinds) {
                    var measure = measure(servers.get(kind), number("calls", 50_000));
                    best.computeIfAbsent(kind, key -> new ArrayList<>()).add(measure);
                    System.out.printf("%-8s %s%n", kind, measure);
                }
            }
            report(best);
        } finally {
            servers.values().forEach(Server::stop);
        }
    }

    private static void report(Map<String, List<Measure>> measures) {
        double raw = measures.containsKey("raw") ? median(measures.get("raw")) : Double.NaN;
        System.out.println();
        measures.forEach((kind, those) -> System.out.printf(
                "%-8s %8.0f per CPU-second, %5.1f µs of CPU each, %4.2f of raw%n",
                kind, median(those), 1e6 / median(those), median(those) / raw));
    }

    private static double median(List<Measure> measures) {
        var sorted = measures.stream().map(Measure::perCpuSecond).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private Measure measure(Server server, int calls) throws Exception {
        var before = server.cpu();
        var taken = Knocking.knock(server.port(), number("connections", 64), calls);
        return new Measure(taken, server.cpu().minus(before));
    }

    /** How many calls were answered, and what the server's processors did for them. */
    record Measure(Knocking.Taken taken, Duration cpu) {
        double perCpuSecond() {
            return taken.count() / (cpu.toNanos() / 1e9);
        }

        @Override
        public String toString() {
            return String.format(
                    "%8.0f per CPU-second  (%d calls, %.1f s of CPU, p50 %.1f ms, p99 %.1f ms)",
                    perCpuSecond(), taken.count(), cpu.toNanos() / 1e9, taken.millis(0.5), taken.millis(0.99));
        }
    }

    private record Server(Process process, int port, Path data) {
        Duration cpu() {
            return process.info().totalCpuDuration().orElseThrow();
        }

        void stop() {
            process.destroy();
            try {
                process.waitFor();
                try (var files = Files.walk(data)) {
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                }
            } catch (InterruptedException | IOException e) {
                throw new IllegalStateException("stopping " + this, e);
            }
        }
    }

    private Server start(String kind) throws IOException {
        var data = Files.createTempDirectory("renhua-door");
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        if (options.containsKey("--jfr")) {
            command.add("-XX:StartFlightRecording=settings=profile,filename=" + options.get("--jfr"));
        }
        command.addAll(List.of("src/bench/door/Door.java", "serve", kind, data.toString()));
        var process = new ProcessBuilder(command)
                .redirectError(new File("target/door-" + kind + ".log"))
                .start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
        try (var lines = process.inputReader().lines()) {
            return lines.filter(line -> line.startsWith("listening "))
                    .findFirst()
                    .map(line -> new Server(process, Integer.parseInt(line.substring("listening ".length())), data))
                    .orElseThrow(() -> new IllegalStateException("see target/door-" + kind + ".log"));
        }
    }
}
