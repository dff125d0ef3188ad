package io.renhua.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.renhua.conversation.InboxAway;
import io.renhua.text.Wording;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private static final Broker BROKER = Broker.RUNNING;
    private static final Map<String, String> GOOD =
            Map.of("retention.ms", "432000000", "max.message.bytes", "4194304", "cleanup.policy", "delete");

    private static final Map<String, String> BRIEF = Map.of("default.api.timeout.ms", "1000");

    private final String name = "t" + UUID.randomUUID();

    @Test
    void saysHowToMakeWhatIsMissing() {
        BROKER.make(name, GOOD);

        assertThat(Topics.problems(settings(null)))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .contains(
                                        "there is no topic " + name + ".dead",
                                        "kafka-topics.sh --bootstrap-server " + BROKER.address() + " --create --topic "
                                                + name + ".dead --partitions 12",
                                        "create-topics: true"),
                        problem -> assertThat(problem).contains("there is no topic " + name + ".journal"));
    }

    @Test
    void makesWhatIsMissingWhereItMayAsItAdvisesOthersTo() {
        assertThat(Topics.problems(settings(new KafkaSettings.Sizes(2, 1)))).isEmpty();

        await().ignoreExceptionsInstanceOf(InboxAway.class)
                .until(() -> Topics.problems(settings(null)).isEmpty()); // a broker shows a new topic a moment later
    }

    @Test
    void refusesTopicsThatWouldForgetOrRepeatOrNotTakeMessages() {
        BROKER.make(name, Map.of("cleanup.policy", "compact", "max.message.bytes", "4194304"));
        BROKER.make(name + ".dead", Map.of("retention.ms", "-1"));
        BROKER.make(name + ".journal", GOOD);

        assertThat(Topics.problems(settings(null)))
                .extracting(Wording::toString)
                .containsExactlyInAnyOrder(
                        "renhua.kafka: topic " + name
                                + " is compacted and would forget messages of one conversation; set cleanup.policy=delete",
                        "renhua.kafka: topic " + name
                                + " keeps messages longer than the store knows that they were answered, 7 days; set"
                                + " retention.ms=432000000",
                        "renhua.kafka: topic " + name
                                + ".dead takes too small records for a webhook's megabyte; set max.message.bytes=4194304");
    }

    @Test
    void saysThatKafkaDoesNotAnswerWhenMessagesAreToBeKeptThere() {
        var nowhere = new KafkaSettings("127.0.0.1:1", true, name, false, name, name, null, BRIEF);

        assertThatThrownBy(() -> Kafka.problems(nowhere))
                .isInstanceOf(InboxAway.class)
                .hasMessageContaining("127.0.0.1:1");
    }

    @Test
    void letsTheRelayWaitForKafka() {
        var nowhere = new KafkaSettings("127.0.0.1:1", false, name, true, name, name, null, BRIEF);

        assertThat(Kafka.problems(nowhere)).isEmpty();
    }

    private KafkaSettings settings(KafkaSettings.@Nullable Sizes making) {
        return new KafkaSettings(BROKER.address(), true, name, true, name + ".journal", name, making, Map.of());
    }
}
