package io.renhua;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * People who write on LINE, each one message after the other. What a door does not acknowledge is delivered again, at the next
 * door, before what comes after it; whom nobody hears for two minutes gives up.
 */
final class Writers implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final Duration IMPATIENCE = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> all = new ArrayList<>();
    private final Collection<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Duration pause;
    private final List<Integer> ports;
    private volatile boolean enough;

    /** @param pause before each message */
    Writers(Duration pause, Integer... ports) {
        this.pause = pause;
        this.ports = List.of(ports);
    }

    /** So many begin, and write until that is enough, or so often. */
    Writers write(String prefix, int people, int most) {
        for (int i = 0; i < people; i++) {
            var person = prefix + i;
            int first = i;
            all.add(threads.submit(() -> keepWriting(person, first, most)));
        }
        return this;
    }

    private boolean keepWriting(String person, int first, int most) {
        int door = first;
        for (int i = 0; i < most && !enough; i++) {
            door = deliver("U" + person, person + "-" + i, door);
        }
        return true;
    }

    /** One person writes one message; comes back once it is acknowledged. */
    void say(String person, String id) {
        var _ = deliver(person, id, 0);
    }

    /** Comes back once it is acknowledged, with the door that did. */
    private int deliver(String person, String id, int first) {
        var door = new int[] {first};
        await().alias(id)
                .pollInSameThread()
                .pollDelay(pause)
                .pollInterval(BETWEEN_TRIES)
                .atMost(LONGEST)
                .until(() -> status(ports.get(++door[0] % ports.size()), Knocks.line(person, id, "推薦一本書")) == 200);
        acknowledged.add(id);
        return door[0];
    }

    /** What a door answers, or 0: refused, cut off or silent; the platform knows no more than that, either. */
    int status(int port, Knock knock) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + knock.path()))
                .timeout(IMPATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(knock.body()));
        knock.headers().forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    Collection<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    void awaitAcknowledged(int enough) {
        await().atMost(LONGEST).until(() -> acknowledged.size() >= enough);
    }

    /** Nobody begins another message; comes back when all that were begun are acknowledged. */
    Collection<String> end() throws ExecutionException, InterruptedException {
        enough = true;
        return awaitEnd();
    }

    Collection<String> awaitEnd() throws ExecutionException, InterruptedException {
        for (var each : all) {
            each.get();
        }
        return acknowledged();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
