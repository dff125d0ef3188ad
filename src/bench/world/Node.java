package world;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Renhua server: the built one, in a process of its own, on a port that it keeps when it is started again. */
public final class Node implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final int port = Ports.free();
    private final Path home;
    private final Map<String, String> settings;
    private final Path log;
    private final List<String> options;
    private final Map<String, String> environment;
    private Child process;

    public Node(Map<String, String> settings, String heap, Path log) {
        this(settings, Map.of(), heap, log);
    }

    /**
     * @param settings as they could stand in {@code config/application.yml}
     * @param heap as for {@code -Xmx}
     */
    public Node(Map<String, String> settings, Map<String, String> environment, String heap, Path log) {
        this(Path.of(""), settings, environment, heap, log);
    }

    /**
     * One of another build.
     *
     * @param home where its {@code target} is
     */
    public Node(Path home, Map<String, String> settings, Map<String, String> environment, String heap, Path log) {
        this.home = home;
        this.settings = Map.copyOf(settings);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.options = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx" + heap);
    }

    public int port() {
        return port;
    }

    /** Starts, and comes back once it serves. */
    public Node start() throws InterruptedException {
        var all = new ArrayList<>(options);
        all.add("-Dmicronaut.server.port=" + port);
        Learnt.give(data());
        settings.forEach((name, value) -> all.add("-D" + name + "=" + value));
        process = Child.java(home, all, List.of("io.renhua.Application", "serve"), environment, log);
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!isHealthy()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the server did not come up, see " + log);
            }
            Thread.sleep(20);
        }
        Learnt.keep(data());
        return this;
    }

    private Path data() {
        return Path.of(settings.get("renhua.data"));
    }

    public boolean isHealthy() {
        try {
            var health = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/health").toURL().openConnection();
            health.setConnectTimeout(2000);
            health.setReadTimeout(5000);
            return health.getResponseCode() == 200;
        } catch (IOException e) {
            return false; // not up yet
        }
    }

    public void kill() throws InterruptedException {
        process.kill();
    }

    /** SIGTERM; in how many seconds it was gone, or empty when it is not. */
    public Optional<Double> stop(int seconds) throws InterruptedException {
        return process.stop(seconds);
    }

    public void freeze() {
        process.signal("STOP");
    }

    public void wake() {
        process.signal("CONT");
    }

    public Child process() {
        return process;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.signal("CONT");
            if (process.stop(20).isEmpty()) {
                process.kill();
            }
        }
    }
}
