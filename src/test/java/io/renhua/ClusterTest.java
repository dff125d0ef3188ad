package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.server.DeskBrowser;
import io.renhua.store.Database;
import io.renhua.store.Store;
import io.renhua.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes as they really run, each a process of its own, on one PostgreSQL: nobody notices that there are two. */
class ClusterTest {
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(30);

    /** So long after a node is gone, others have its conversations. */
    private static final Duration TAKEN_OVER = Duration.ofSeconds(15);

    private static final Pattern WELCOME = Pattern.compile("http://localhost:\\d+(/desk/welcome\\?token=(\\S+))");
    private static final int MANY = Integer.MAX_VALUE;

    private final StoreSettings place = Database.POSTGRESQL.fresh();
    private final Store eye = Store.open(place);
    private final LineStandIn line = new LineStandIn();
    private final Node one = new Node("one");
    private final Node other = new Node("other");

    @TempDir
    private Path folder;

    private String gather = "0s";

    @AfterEach
    void close() {
        one.close();
        other.close();
        line.close();
        eye.close();
    }

    @Test
    void loseNothingWhenOneIsKilled() throws Exception {
        startBoth();
        try (var writers = new Writers(PAUSE, one.port, other.port).write("k", 30, MANY)) {
            writers.awaitAcknowledged(100);

            one.process().kill();

            long last = number("select max(id) from inbox");
            await().atMost(TAKEN_OVER).until(() -> waiting(last) == 0 && nodes() == 1);
            assertNothingLostOrSaidTwice(writers);
        }
    }

    @Test
    void sayNothingForConversationsThatWereTakenOverWhileOneWasFrozen() throws Exception {
        gather = "3s"; // what is frozen has yet to be answered
        startBoth();
        try (var writers = new Writers(PAUSE, one.port);
                var others = new Writers(PAUSE, one.port, other.port)) {
            var asked = writers.write("f", 20, 1).awaitEnd();

            one.process().freeze();
            await().atMost(TAKEN_OVER).until(() -> nodes() == 1);
            await().atMost(LONG).until(this::isQuiet);
            var heard = line.taken();
            assertThat(heard).hasSize(20);
            one.process().thaw();

            await().atMost(LONG).until(() -> nodes() == 2);
            var more = others.write("g", 20, 1).awaitEnd(); // it has had its time when these are answered
            await().atMost(LONG).until(this::isQuiet);
            assertThat(line.taken()).startsWith(heard.toArray(String[]::new)).hasSize(40);
            assertThat(line.again()).isEmpty();
            stopBoth();
            try (var remains = new Remains(place)) {
                remains.assertNothingLostOrSaidTwice(asked, line);
                remains.assertNothingLostOrSaidTwice(more, line);
            }
        }
    }

    @Test
    void doubtNothingWhenTheyAreStoppedOneAfterTheOther() throws Exception {
        startBoth();
        try (var writers = new Writers(PAUSE, one.port, other.port).write("r", 24, MANY)) {
            writers.awaitAcknowledged(60);

            for (var node : List.of(one, other)) {
                line.hold(16); // more than one of them works for
                node.process().askToStop();
                await().atMost(LONG)
                        .until(() -> writers.status(node.port, Knocks.line("Ulate", "late", "推薦一本書")) == 503);
                line.letGo();
                assertThat(node.process().stop(10)).isTrue();
                node.start().awaitOpen();
                writers.awaitAcknowledged(writers.acknowledged().size() + 40);
            }

            try (var remains = assertNothingLostOrSaidTwice(writers)) {
                assertThat(remains.doubted()).isEmpty();
                assertThat(line.again()).isEmpty();
            }
        }
    }

    @Test
    void workForEachOther() throws Exception {
        one.start().awaitOpen();
        other.start().awaitOpen(); // whose link for the owner is the last, and counts
        try (var atOne = new Writers(PAUSE, one.port);
                var atOther = new Writers(PAUSE, other.port)) {
            atOther.say("Uboth", "both-1");
            await().atMost(LONG).until(() -> line.taken().contains("reply-both-1"));
            assertThat(isHeldBy(other)).isTrue();

            atOne.say("Uboth", "both-2");

            await().atMost(LONG).until(() -> line.taken().contains("reply-both-2"));
            assertThat(isHeldBy(other)).isTrue();
            await().atMost(LONG).until(this::isQuiet);

            var there = signedInAt(other);
            var here = there.at("http://localhost:" + one.port);
            var page = there.stream("/desk/events");
            await().atMost(LONG).until(() -> page.text().contains("mark"));
            int marks = marks(page);

            assertThat(here.act("claim", Map.of("conversation", "mo-line/Uboth"))
                            .body())
                    .contains("\"done\":true");

            await().atMost(LONG).until(() -> marks(page) > marks);
            assertThat(there.ask("/desk/lists").body()).contains("Uboth");
        }
    }

    private static int marks(DeskBrowser.Listening page) {
        return page.text().split("event: ?mark", -1).length - 1;
    }

    private static DeskBrowser signedInAt(Node node) {
        var welcome = WELCOME.matcher(node.process().output());
        assertThat(welcome.find()).as(node.process().output()).isTrue();
        var browser = new DeskBrowser("http://localhost:" + node.port);
        browser.get(welcome.group(1));
        browser.post(
                "/desk/welcome",
                Map.of("token", welcome.group(2), "login", "lin", "name", "Lin", "password", "tea at half past ten"));
        assertThat(browser.get("/desk").body()).contains("data-login=\"lin\"");
        return browser;
    }

    private void startBoth() throws InterruptedException {
        one.start();
        other.start();
        one.awaitOpen();
        other.awaitOpen();
    }

    private void stopBoth() throws InterruptedException {
        one.process().askToStop();
        assertThat(other.process().stop(10)).isTrue();
        assertThat(one.process().stop(10)).isTrue();
    }

    private Remains assertNothingLostOrSaidTwice(Writers writers) throws Exception {
        var acknowledged = writers.end();
        await().atMost(LONG).until(this::isQuiet);
        stopBoth();
        var remains = new Remains(place);
        remains.assertNothingLostOrSaidTwice(acknowledged, line);
        return remains;
    }

    private boolean isQuiet() {
        return waiting(Long.MAX_VALUE) == 0 && count("outbox where state in ('waiting', 'sending')") == 0;
    }

    /** How many of the first messages have had no turn yet. */
    private long waiting(long last) {
        return count("inbox where state = 'waiting' and id <= " + last);
    }

    private long nodes() {
        return count("node");
    }

    private boolean isHeldBy(Node node) {
        return count(
                        "lane join node on node.id = lane.node where lane.conversation = 'mo-line/Uboth' and node.name like '%:"
                                + node.process().pid() + "'")
                == 1;
    }

    private long count(String rows) {
        return number("select count(*) from " + rows);
    }

    private long number(String query) {
        return eye.read(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    /** One of them; started again, it is a new process at the same door. */
    private final class Node implements AutoCloseable {
        final int port = ServerProcess.freePort();
        private final String name;
        private @Nullable ServerProcess process;

        Node(String name) {
            this.name = name;
        }

        Node start() {
            var settings = new HashMap<>(line.channel());
            settings.put("micronaut.server.port", String.valueOf(port));
            settings.put("renhua.data", folder.resolve(name).toString());
            settings.put("renhua.personas", "src/test/resources/personas");
            settings.put("renhua.gather.pause", gather);
            settings.put("renhua.gather.sentence", gather);
            settings.put("renhua.desk.attendance", "hours");
            settings.put("renhua.store.url", place.url());
            settings.put("renhua.store.password", place.password());
            process = ServerProcess.start(Path.of("").toAbsolutePath(), Map.of(), settings);
            return this;
        }

        void awaitOpen() throws InterruptedException {
            process().awaitOpen();
        }

        ServerProcess process() {
            return Objects.requireNonNull(process, "started");
        }

        @Override
        public void close() {
            if (process != null) {
                process.close();
            }
        }
    }
}
