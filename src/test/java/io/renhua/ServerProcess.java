package io.renhua;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server as it really runs: a process of its own. */
final class ServerProcess implements AutoCloseable {
    private static final String OPEN = "The desk:";

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private final Thread reader;

    private ServerProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
    }

    /**
     * Starts it in a folder.
     *
     * @param settings as they could stand in {@code config/application.yml}
     */
    static ServerProcess start(Path folder, Map<String, String> environment, Map<String, String> settings) {
        return run("serve", folder, environment, settings);
    }

    /** The same for any command. */
    static ServerProcess run(
            String renhua, Path folder, Map<String, String> environment, Map<String, String> settings) {
        var target = Path.of("target").toAbsolutePath();
        var quick = Stream.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");
        var command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        quick,
                        settings.entrySet().stream().map(each -> "-D" + each.getKey() + "=" + each.getValue()),
                        Stream.of("-cp", target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*"),
                        Stream.of("io.renhua.Application", renhua))
                .flatMap(part -> part)
                .toList();
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return new ServerProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(UTF_8)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
                if (line.contains(OPEN)) {
                    open.countDown();
                }
            }
        } catch (IOException e) {
            // killed: nothing more is to be read
        } finally {
            open.countDown();
        }
    }

    /** Comes back once it serves. */
    ServerProcess awaitOpen() throws InterruptedException {
        if (!open.await(60, TimeUnit.SECONDS) || !process.isAlive()) {
            throw new AssertionError("does not serve:\n" + output());
        }
        return this;
    }

    /** SIGKILL: nothing in it gets a chance to end well. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGSTOP: it stands still until {@link #thaw}, and nobody who asks it is told so. */
    void freeze() throws InterruptedException {
        signal("STOP");
    }

    void thaw() throws InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws InterruptedException {
        try {
            int code = new ProcessBuilder("kill", "-" + name, String.valueOf(pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new AssertionError("kill -" + name + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** SIGTERM, and does not wait for it. */
    void askToStop() {
        process.destroy();
    }

    /** SIGTERM; false when it is not gone in time. */
    boolean stop(int seconds) throws InterruptedException {
        process.destroy();
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    /** The exit code, waited for. */
    int exit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("still runs:\n" + output());
        }
        reader.join();
        return process.exitValue();
    }

    String output() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
