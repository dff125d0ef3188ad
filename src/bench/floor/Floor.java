package floor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.DoublePredicate;
import world.Brand;
import world.Child;
import world.Courier;
import world.Database;
import world.Folder;
import world.Knock;
import world.Message;
import world.Node;
import world.Options;
import world.Platform;
import world.Ports;
import world.Setting;
import world.StandIn;

/**
 * The server beside what it could cost at least, in one run: the same bodies from the same client, one process after another,
 * each until its CPU a message is steady. Compare only figures of one run.
 *
 * <p>java -cp 'target/classes:target/lib/*' src/bench/floor/Floor.java [--people 64] [--warm-up 30000] [--only kept,replied]
 */
final class Floor {
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx512m");
    private static final double STEADY = 0.05;

    /** What the compilers still use of the CPU when they have done nearly all. */
    private static final double RESTING = 0.03;

    private static final Duration LOOK = Duration.ofSeconds(3);

    private static final int PERSONS = 5000;

    private final Options options;
    private final Platform platform = Platform.named("line");
    private final Knock again = platform.knock(new Message(0, 1), Instant.now(), true);
    private final Courier courier = new Courier();
    private final Folder folder;
    private final Path log = Path.of("target", "floor.log");
    private final Map<String, Double> costs = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        System.setProperty("logback.configurationFile", "config/logback.xml");
        try (var folder = Folder.temporary("floor")) {
            new Floor(Options.of(arguments), folder).run();
        }
        System.exit(0);
    }

    private Floor(Options options, Folder folder) {
        this.options = options;
        this.folder = folder;
        Brand.write(folder.resolve("personas"));
    }

    private void run() throws Exception {
        measure("echo", () -> bare("raw Netty echo", "echo"));
        measure("kept", () -> bare("Netty, kept in H2, classified", "keep"));
        measure("parsed", () -> renhua("Renhua: verified and parsed", "0s", platform::emptyKnock, false));
        measure("acknowledged", () -> renhua("Renhua: acknowledged, kept", "60s", this::knock, false));
        measure("replied", () -> renhua("Renhua: reply delivered", "0s", this::knock, true));
        System.out.println();
        ratio("verified and parsed, of the echo", "echo", "parsed", "at least 0.40", ratio -> ratio >= 0.40);
        ratio("acknowledged, of the echo", "echo", "acknowledged", "at least 0.20", ratio -> ratio >= 0.20);
        ratio("reply delivered, times kept and classified", "replied", "kept", "at most 1.7", ratio -> ratio <= 1.7);
        courier.close();
    }

    /** Leaves out what was not asked for. */
    private void measure(String what, Callable<Double> measurement) throws Exception {
        if (List.of(options.text("only", what).split(",")).contains(what)) {
            costs.put(what, measurement.call());
        }
    }

    private void ratio(String what, String above, String below, String bound, DoublePredicate holds) {
        if (costs.keySet().containsAll(List.of(above, below))) {
            double ratio = costs.get(above) / costs.get(below);
            System.out.printf("%s  %s: %.2f, %s%n", holds.test(ratio) ? "holds" : "FAILS", what, ratio, bound);
        }
    }

    private Knock knock(Message message, Instant saidAt) {
        return platform.knock(message, saidAt, false);
    }

    /** One and the same message, delivered again: kept once, acknowledged each time, and answered once. */
    private Knock sameAgain(Message message, Instant saidAt) {
        return again;
    }

    /** Where no reply is awaited everybody says one thing only, so that nothing is gathered. */
    private Crowd crowd(int port, BiFunction<Message, Instant, Knock> knocks, boolean replies, AtomicInteger said) {
        return new Crowd(courier, port, knocks, replies, replies ? PERSONS : Integer.MAX_VALUE, said);
    }

    private double bare(String name, String what) throws Exception {
        int port = Ports.free();
        var child = Child.java(
                JVM,
                List.of(
                        "src/bench/floor/Bare.java",
                        what,
                        "" + port,
                        folder.resolve("personas/" + Brand.ID).toString(),
                        folder.path().toString()),
                log);
        try {
            awaitOpen(port, child);
            var said = new AtomicInteger();
            return steady(name, child, crowd(port, this::knock, false, said), crowd(port, this::knock, false, said));
        } finally {
            child.kill();
        }
    }

    private static void awaitOpen(int port, Child child) throws InterruptedException {
        for (int i = 0; i < 1200 && child.isAlive(); i++) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return;
            } catch (IOException e) {
                Thread.sleep(100); // not up yet
            }
        }
        throw new IllegalStateException("did not come up, see target/floor.log");
    }

    /** @param pause before the turn begins; the longest, which is longer than this goes on, leaves only acknowledging */
    private double renhua(String name, String pause, BiFunction<Message, Instant, Knock> knocks, boolean replies)
            throws Exception {
        var data = folder.resolve("data-" + name.hashCode());
        try (var standIn = new StandIn(platform);
                var node = new Node(settings(standIn, data, pause), options.text("heap", "512m"), log)) {
            node.start();
            var said = new AtomicInteger();
            var warming = crowd(node.port(), replies ? knocks : this::sameAgain, replies, said);
            var crowd = crowd(node.port(), knocks, replies, said);
            standIn.onTaken(warming::hear);
            standIn.onTaken(crowd::hear);
            double cost = steady(name, node.process(), warming, crowd);
            if (replies) {
                evenly(node, standIn, said);
            }
            return cost;
        }
    }

    private Map<String, String> settings(StandIn standIn, Path data, String pause) {
        var settings = new TreeMap<>(new Database.File(data).settings());
        settings.putAll(Setting.of(platform, standIn, folder.resolve("personas"), pause));
        return settings;
    }

    /** Latency is for a rate that leaves it room. */
    private void evenly(Node node, StandIn standIn, AtomicInteger said) throws InterruptedException {
        int rate = options.number("rate", 200);
        var crowd = crowd(node.port(), this::knock, true, said);
        standIn.onTaken(crowd::hear);
        crowd.talkEvenly(rate, options.seconds("even", 20));
        crowd.end();
        System.out.printf(
                "%-32s  acknowledged %s; replied %s%n",
                "  at " + rate + "/s", spread(crowd.acknowledged()), spread(crowd.replied()));
    }

    private static String spread(Iterable<Long> nanos) {
        var sorted = new ArrayList<Long>();
        nanos.forEach(sorted::add);
        sorted.sort(null);
        return sorted.isEmpty()
                ? "never"
                : "p50 %.1f ms, p99 %.1f ms"
                        .formatted(sorted.get(sorted.size() / 2) / 1e6, sorted.get((int) (sorted.size() * 0.99)) / 1e6);
    }

    /**
     * After a warm-up, windows of talk until two in a row cost the same; then that, in microseconds of CPU a message.
     *
     * @param warming says what warms the server up without leaving it work for later
     */
    private double steady(String name, Child child, Crowd warming, Crowd crowd) throws InterruptedException {
        warm(child, warming);
        crowd.talk(options.number("people", 64));
        var costs = new ArrayList<Double>();
        double perSecond = 0;
        while (!isSteady(costs) && costs.size() < options.number("windows", 6)) {
            long finished = crowd.finished();
            var cpu = child.vitals().cpu();
            long began = System.nanoTime();
            Thread.sleep(options.seconds("window", 8));
            double seconds = (System.nanoTime() - began) / 1e9;
            long messages = Math.max(1, crowd.finished() - finished);
            costs.add(child.vitals().cpu().minus(cpu).toNanos() / 1e3 / messages);
            perSecond = messages / seconds;
        }
        crowd.end();
        double cost = costs.getLast();
        System.out.printf(
                "%-32s  %6.0f µs of CPU a message, %6.0f a CPU-second, %6.0f a second%s; RSS %d MiB; refused %d%n",
                name,
                cost,
                1e6 / cost,
                perSecond,
                isSteady(costs)
                        ? ""
                        : ", NOT STEADY: "
                                + costs.stream()
                                        .map(each -> "%.0f".formatted(each))
                                        .toList(),
                child.vitals().mebibytes(),
                crowd.refused());
        return cost;
    }

    private static boolean isSteady(List<Double> costs) {
        return costs.size() > 1 && Math.abs(costs.getLast() - costs.get(costs.size() - 2)) <= STEADY * costs.getLast();
    }

    /** So many messages that the compilers have seen all of them and rest, as long as that does not take for ever. */
    private void warm(Child child, Crowd crowd) throws InterruptedException {
        long end = System.nanoTime() + options.seconds("longest-warm-up", 240).toNanos();
        crowd.talk(options.number("people", 64));
        double compiling = 1;
        while ((crowd.finished() < options.number("warm-up", 30_000) || compiling > RESTING)
                && System.nanoTime() < end) {
            var cpu = child.vitals().cpu();
            var compilers = child.compiling();
            Thread.sleep(LOOK);
            compiling = (double) child.compiling().minus(compilers).toMillis()
                    / child.vitals().cpu().minus(cpu).toMillis();
        }
        crowd.end();
    }
}
