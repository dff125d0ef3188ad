package world;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Java process of this run's own. */
public final class Child {
    private final Process process;

    private Child(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
    }

    /**
     * Starts Java on the built classes.
     *
     * @param options those of the JVM
     * @param main a class, or a source file, and what follows it
     */
    public static Child java(List<String> options, List<String> main, Path log) {
        return java(options, main, Map.of(), log);
    }

    public static Child java(List<String> options, List<String> main, Map<String, String> environment, Path log) {
        return java(Path.of(""), options, main, environment, log);
    }

    /** @param home where a {@code target} with the built classes is */
    static Child java(
            Path home, List<String> options, List<String> main, Map<String, String> environment, Path log) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.resolve("target/classes") + File.pathSeparator + home.resolve("target/lib") + "/*"));
        command.addAll(main);
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return new Child(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + main, e);
        }
    }

    /** Runs a command of the machine's to its end and returns what it printed. */
    public static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = process.inputReader().lines().collect(Collectors.joining("\n"));
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("running " + command[0], e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while running " + command[0], e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Vitals vitals() {
        return Vitals.of(process.pid());
    }

    public Duration compiling() {
        return Vitals.compiling(process.pid());
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; empty when it is not gone in time. */
    public Optional<Double> stop(int seconds) throws InterruptedException {
        long began = System.nanoTime();
        process.destroy();
        return process.waitFor(seconds, TimeUnit.SECONDS)
                ? Optional.of((System.nanoTime() - began) / 1e9)
                : Optional.empty();
    }

    /** SIGSTOP or SIGCONT. */
    public void signal(String name) {
        run("kill", "-" + name, String.valueOf(process.pid()));
    }

    /** How many loaders of classes it has, after collecting its garbage. */
    public int classLoaders() {
        var stats = jcmd("VM.classloader_stats");
        return Integer.parseInt(stats.replaceFirst("(?s).*Total = (\\d+).*", "$1"));
    }

    /** Has it collect its garbage, and says how much of its heap is in use then, in bytes. */
    public long heapAfterCollecting() {
        jcmd("GC.run");
        return jcmd("GC.heap_info")
                .lines()
                .filter(line -> line.contains("generation") || line.contains("tenured"))
                .mapToLong(line -> Long.parseLong(line.replaceFirst(".*used (\\d+)K.*", "$1")) << 10)
                .sum();
    }

    private String jcmd(String command) {
        var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return run(program, String.valueOf(process.pid()), command);
    }
}
