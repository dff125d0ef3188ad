package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.journal.Happening.Settled.State;
import io.renhua.message.ConversationId;
import io.renhua.store.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is answered, once and in order, however the server ends. */
class CrashTest {
    private static final int EACH = 3;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final int port = ServerProcess.freePort();

    private @Nullable ServerProcess running;

    @TempDir
    private Path folder;

    @AfterEach
    void leaveNobodyBehind() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void answersWhatItAcknowledgedAlthoughItIsKilled() throws Exception {
        try (var line = new LineStandIn();
                var writers = new Writers(PAUSE, port)) {
            var server = start(line);
            writers.write("a", 100, EACH);

            for (int enough : List.of(60, 160)) {
                writers.awaitAcknowledged(enough);
                server.kill();
                server = start(line);
            }
            var acknowledged = writers.awaitEnd();
            answered(acknowledged, line);
            assertThat(server.stop(10)).isTrue();

            try (var record = remains()) {
                record.assertNothingLostOrSaidTwice(acknowledged, line);
            }
        }
    }

    @Test
    void leavesNothingInDoubtWhenItIsStopped() throws Exception {
        try (var line = new LineStandIn();
                var writers = new Writers(PAUSE, port)) {
            var server = start(line);
            writers.write("b", 40, EACH);
            writers.awaitAcknowledged(50);

            assertThat(server.stop(10)).isTrue();

            var again = start(line);
            var acknowledged = writers.awaitEnd();
            answered(acknowledged, line);
            assertThat(again.stop(10)).isTrue();

            try (var record = remains()) {
                record.assertNothingLostOrSaidTwice(acknowledged, line);
                assertThat(record.doubted()).isEmpty();
                assertThat(line.again()).isEmpty();
                assertThat(line.taken()).hasSize(record.settled(State.SENT).size());
            }
        }
    }

    private Remains remains() {
        return new Remains(StoreSettings.inFolder(folder.resolve("data")));
    }

    private ServerProcess start(LineStandIn line) throws InterruptedException {
        var settings = new HashMap<>(line.channel());
        settings.put("micronaut.server.port", String.valueOf(port));
        settings.put("renhua.data", folder.resolve("data").toString());
        settings.put("renhua.personas", "src/test/resources/personas");
        settings.put("renhua.gather.pause", "0s");
        settings.put("renhua.desk.attendance", "hours");
        running = ServerProcess.start(Path.of("").toAbsolutePath(), Map.of(), settings);
        return running.awaitOpen();
    }

    /** Everybody's last message has its reply, and so has all that came before it in its conversation. */
    private static void answered(Collection<String> acknowledged, LineStandIn line) {
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
}
