package io.renhua;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.conversation.Inbox;
import io.renhua.conversation.StoreInbox;
import io.renhua.message.ConversationId;
import io.renhua.stream.Broker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way with Kafka before the store and behind the journal. */
class KafkaJourneyTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    @Test
    void answersWhatCameThroughKafkaAndRelaysWhatHappened() {
        var person = new ConversationId("mo-line", "Ukafka");
        var kafka = Map.of(
                "renhua.kafka.bootstrap-servers",
                Broker.RUNNING.address(),
                "renhua.kafka.inbox",
                "true",
                "renhua.kafka.inbox-topic",
                "house.inbox",
                "renhua.kafka.journal",
                "true",
                "renhua.kafka.journal-topic",
                "house.journal",
                "renhua.kafka.create-topics",
                "true",
                "renhua.kafka.partitions",
                "2",
                "renhua.kafka.replicas",
                "1");

        try (var house = House.open(data, kafka)) {
            assertThat(house.get(Inbox.class)).isNotInstanceOf(StoreInbox.class);
            await().atMost(LONG)
                    .until(() ->
                            house.send(Knocks.line("Ukafka", "k-1", "推薦一本書")).statusCode() == 200);
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(house.taken("line", "reply-k-1")).hasSize(1));

            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(Broker.RUNNING.read("house.journal"))
                            .filteredOn(record -> new String(record.key(), UTF_8).equals(person.toString()))
                            .extracting(record -> new String(
                                    record.headers().lastHeader("kind").value(), UTF_8))
                            .startsWith("Received", "Understood", "Said")
                            .contains("Settled"));
        }
    }
}
