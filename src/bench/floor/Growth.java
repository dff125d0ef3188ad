package floor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import world.Brand;
import world.Courier;
import world.Database;
import world.Folder;
import world.Knock;
import world.Message;
import world.Node;
import world.Options;
import world.Past;
import world.Platform;
import world.Setting;
import world.StandIn;

/**
 * What it costs to have a past, and many acquaintances: how long a turn takes beside a thousand stored conversations and beside
 * a million, and how much memory a hundred thousand people need who have said something and are silent now.
 *
 * <p>java -cp 'target/classes:target/lib/*' src/bench/floor/Growth.java [--few 1000] [--many 1000000] [--idle 100000]
 */
final class Growth {
    private static final int PEOPLE = 64;

    private final Options options;
    private final Folder folder;
    private final Platform platform = Platform.named("line");
    private final Courier courier = new Courier();
    private final AtomicInteger said = new AtomicInteger();

    public static void main(String[] arguments) throws Exception {
        System.setProperty("logback.configurationFile", "config/logback.xml");
        try (var folder = Folder.temporary("growth")) {
            Brand.write(folder.resolve("personas"));
            new Growth(Options.of(arguments), folder).run();
        }
        System.exit(0);
    }

    private Growth(Options options, Folder folder) {
        this.options = options;
        this.folder = folder;
    }

    private void run() throws Exception {
        idle();
        past();
        courier.close();
    }

    private void idle() throws Exception {
        int people = options.number("idle", 100_000);
        try (var standIn = new StandIn(platform);
                var node = node(standIn, "idle")) {
            talk(standIn, node, 500, options.number("warm-up", 10_000));
            long heap = node.process().heapAfterCollecting();
            long resident = node.process().vitals().mebibytes();
            talk(standIn, node, people, people);
            long grown = node.process().heapAfterCollecting() - heap >> 20;
            long more = node.process().vitals().mebibytes() - resident;
            System.out.printf(
                    "%s  %d people who spoke once: heap after collecting +%d MiB, RSS +%d MiB, less than 100%n",
                    grown < 100 ? "holds" : "FAILS", people, grown, more);
        }
    }

    private void past() throws Exception {
        var database = new Database.File(folder.resolve("past"));
        var past = new Past(database);
        try (var standIn = new StandIn(platform);
                var node = node(standIn, "past")) {
            talk(standIn, node, 1, 1);
        }
        long few = turn(past, options.number("few", 1000));
        long many = turn(past, options.number("many", 1_000_000));
        System.out.printf(
                "%s  a turn takes %.2f times as long, at most 1.2%n",
                many <= 1.2 * few ? "holds" : "FAILS", many / (double) few);
    }

    /** The usual time from webhook to delivered reply, in nanoseconds. */
    private long turn(Past past, int conversations) throws Exception {
        long began = System.nanoTime();
        past.grow(conversations, 1);
        double filled = (System.nanoTime() - began) / 1e9;
        try (var standIn = new StandIn(platform)) {
            long opening = System.nanoTime();
            try (var node = node(standIn, "past")) {
                double opened = (System.nanoTime() - opening) / 1e9;
                talk(standIn, node, 500, options.number("warm-up", 10_000));
                var crowd = crowd(node, 500);
                standIn.onTaken(crowd::hear);
                crowd.talkEvenly(options.number("rate", 50), Duration.ofSeconds(options.number("even", 30)));
                crowd.end();
                long usual = share(crowd.replied(), 0.5);
                System.out.printf(
                        "%d stored conversations (filled in %.0f s, opened in %.1f s): reply p50 %.1f ms, p99 %.1f"
                                + " ms%n",
                        conversations, filled, opened, usual / 1e6, share(crowd.replied(), 0.99) / 1e6);
                return usual;
            }
        }
    }

    private static long share(Collection<Long> nanos, double share) {
        var sorted = new ArrayList<>(nanos);
        sorted.sort(null);
        return sorted.isEmpty() ? Long.MAX_VALUE : sorted.get((int) ((sorted.size() - 1) * share));
    }

    /** So many messages of so many people, each after a reply. */
    private void talk(StandIn standIn, Node node, int people, int messages) throws InterruptedException {
        var crowd = crowd(node, people);
        standIn.onTaken(crowd::hear);
        crowd.talk(Math.min(PEOPLE, people));
        long end = System.nanoTime() + options.seconds("longest", 900).toNanos();
        while (crowd.finished() < messages && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        crowd.end();
    }

    private Crowd crowd(Node node, int people) {
        return new Crowd(courier, node.port(), this::knock, true, people, said);
    }

    private Knock knock(Message message, Instant saidAt) {
        return platform.knock(message, saidAt, false);
    }

    private Node node(StandIn standIn, String data) throws InterruptedException {
        Map<String, String> settings = new TreeMap<>(new Database.File(folder.resolve(data)).settings());
        settings.putAll(Setting.of(platform, standIn, folder.resolve("personas"), "0s"));
        return new Node(settings, options.text("heap", "512m"), Path.of("target", "growth.log")).start();
    }
}
