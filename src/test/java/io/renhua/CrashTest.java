package io.renhua;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Happening.Understood;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is answered, once and in order, however the server ends. */
class CrashTest {
    private static final int PEOPLE = 100;
    private static final int EACH = 3;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = ServerProcess.freePort();
    private final Collection<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Object door = new Object();
    private boolean isOpen;

    @TempDir
    private Path folder;

    @Test
    void answersWhatItAcknowledgedAlthoughItIsKilled() throws Exception {
        try (var line = new LineStandIn();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var server = start(line);
            var people = deliver(threads, "a", PEOPLE);

            for (int enough : List.of(60, 160)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= enough);
                shut();
                server.kill();
                server = start(line);
            }
            for (var each : people) {
                each.get();
            }
            answered(line);
            assertThat(server.stop(10)).isTrue();

            try (var record = new Remains()) {
                assertThat(record.answeredMessages()).containsAll(acknowledged);
                assertThat(record.handledOnce()).isTrue();
                assertThat(record.handledInTheOrderOfArrival()).isTrue();
                var heard = record.heardBy(line);
                assertThat(record.doubted()).containsAll(heard.twice());
                assertThat(heard.inOrder()).isTrue();
            }
        }
    }

    @Test
    void leavesNothingInDoubtWhenItIsStopped() throws Exception {
        try (var line = new LineStandIn();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var server = start(line);
            var people = deliver(threads, "b", 40);
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= 50);

            shut();
            assertThat(server.stop(10)).isTrue();

            var again = start(line);
            for (var each : people) {
                each.get();
            }
            answered(line);
            assertThat(again.stop(10)).isTrue();

            try (var record = new Remains()) {
                assertThat(record.answeredMessages()).containsAll(acknowledged);
                assertThat(record.doubted()).isEmpty();
                assertThat(record.handledOnce()).isTrue();
                assertThat(line.taken())
                        .doesNotHaveDuplicates()
                        .hasSize(record.settled(State.SENT).size());
            }
        }
    }

    /** Every person writes from a connection of their own; what is not acknowledged is delivered again, before the next. */
    private List<Future<?>> deliver(ExecutorService threads, String prefix, int people) {
        return IntStream.range(0, people)
                .<Future<?>>mapToObj(person -> threads.submit(() -> {
                    for (int i = 0; i < EACH; i++) {
                        var id = prefix + person + "-" + i;
                        while (!acknowledges(Knocks.line("U" + prefix + person, id, "推薦一本書"))) {
                            awaitOpen();
                        }
                        acknowledged.add(id);
                    }
                    return true;
                }))
                .toList();
    }

    private boolean acknowledges(Knock knock) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/webhooks/mo-line"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(knock.body()));
        knock.headers().forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // refused or cut off: the platform knows no more than that, either
        }
    }

    private ServerProcess start(LineStandIn line) throws InterruptedException {
        var place = "renhua.channels.mo-line.";
        var settings = Map.of(
                "micronaut.server.port",
                String.valueOf(port),
                "renhua.data",
                folder.resolve("data").toString(),
                "renhua.personas",
                "src/test/resources/personas",
                "renhua.gather.pause",
                "0s",
                place + "platform",
                "line",
                place + "persona",
                "mo",
                place + "channel-secret",
                Knocks.SECRET,
                place + "channel-access-token",
                "line-token",
                place + "api-base",
                line.address());
        var server = ServerProcess.start(Path.of("").toAbsolutePath(), Map.of(), settings)
                .awaitOpen();
        synchronized (door) {
            isOpen = true;
            door.notifyAll();
        }
        return server;
    }

    private void shut() {
        synchronized (door) {
            isOpen = false;
        }
    }

    private void awaitOpen() throws InterruptedException {
        synchronized (door) {
            while (!isOpen) {
                door.wait();
            }
        }
    }

    /** Everybody's last message has its reply, and so has all that came before it in its conversation. */
    private void answered(LineStandIn line) {
        var last = acknowledged.stream()
                .filter(id -> id.endsWith("-" + (EACH - 1)))
                .toList();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> last.stream()
                        .allMatch(id -> line.taken().contains("reply-" + id)
                                || line.taken().contains(retryKey(id))));
    }

    /** Under what a reply to a message comes when its token may be spent. */
    private static String retryKey(String id) {
        var conversation = new ConversationId("mo-line", "U" + id.substring(0, id.indexOf('-')));
        return UUID.nameUUIDFromBytes((conversation + "\n" + id + "\n0").getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private record Call(ConversationId conversation, String id) {}

    /**
     * Calls that the platform took.
     *
     * @param said every call in the order of its saying
     */
    private record Heard(List<Call> said, List<Call> calls) {
        Set<String> twice() {
            return calls.stream()
                    .map(Call::id)
                    .filter(id ->
                            calls.stream().filter(call -> call.id().equals(id)).count() > 1)
                    .collect(toSet());
        }

        boolean inOrder() {
            return byConversation(said.stream())
                    .equals(byConversation(calls.stream().distinct()));
        }

        private static Map<Object, List<String>> byConversation(Stream<Call> calls) {
            return calls.collect(Collectors.groupingBy(
                    Call::conversation, HashMap::new, Collectors.mapping(Call::id, Collectors.toList())));
        }
    }

    /** What a stopped server left in its store. */
    private final class Remains implements AutoCloseable {
        private final Store store = Store.open(StoreSettings.inFolder(folder.resolve("data")));
        private final List<Happening> happened = new Journal(store)
                .all(0, 100_000).stream().map(JournalEntry::happening).toList();

        /** A turn notes what each of its messages was taken for, and then what it says. */
        Set<String> answeredMessages() {
            var sent = settled(State.SENT);
            var answered = new HashSet<String>();
            var turns = new HashMap<ConversationId, List<String>>();
            for (var happening : happened) {
                if (happening instanceof Understood understood) {
                    turns.computeIfAbsent(understood.conversation(), _ -> new ArrayList<>())
                            .add(understood.messageId());
                } else if (happening instanceof Said said) {
                    var turn = turns.remove(said.conversation());
                    answered.addAll(turn != null && sent.contains(said.outboundId()) ? turn : List.of());
                }
            }
            return answered;
        }

        /** What people saw: the calls that the platform took, by conversation; a turn's first one may spend its reply. */
        Heard heardBy(LineStandIn line) {
            var byKey = new LinkedHashMap<String, Call>();
            var replies = new HashMap<String, Call>();
            var last = new HashMap<ConversationId, String>();
            for (var happening : happened) {
                if (happening instanceof Understood understood) {
                    last.put(understood.conversation(), understood.messageId());
                } else if (happening instanceof Said said) {
                    var call = new Call(said.conversation(), said.outboundId());
                    byKey.put(call.id(), call);
                    replies.put("reply-" + last.get(said.conversation()), call);
                }
            }
            var calls = line.taken().stream()
                    .map(key -> byKey.getOrDefault(key, replies.get(key)))
                    .toList();
            assertThat(calls).doesNotContainNull();
            return new Heard(List.copyOf(byKey.values()), calls);
        }

        Set<String> doubted() {
            return settled(State.IN_DOUBT);
        }

        boolean handledOnce() {
            var ids = of(Understood.class).map(Understood::messageId).toList();
            return ids.size() == Set.copyOf(ids).size();
        }

        boolean handledInTheOrderOfArrival() {
            return byConversation(of(Received.class), Received::messageId)
                    .equals(byConversation(of(Understood.class), Understood::messageId));
        }

        private <T extends Happening> Map<Object, List<String>> byConversation(
                Stream<T> happenings, Function<T, String> id) {
            return happenings.collect(Collectors.groupingBy(
                    Happening::conversation, HashMap::new, Collectors.mapping(id, Collectors.toList())));
        }

        private Set<String> settled(State state) {
            return of(Settled.class)
                    .filter(settled -> settled.state() == state)
                    .map(Settled::outboundId)
                    .collect(toSet());
        }

        private <T> Stream<T> of(Class<T> kind) {
            return happened.stream().filter(kind::isInstance).map(kind::cast);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
