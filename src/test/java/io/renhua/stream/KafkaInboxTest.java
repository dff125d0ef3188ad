package io.renhua.stream;

import static io.renhua.stream.Broker.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.conversation.Inbox;
import io.renhua.conversation.InboxAway;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaInboxTest {
    private static final Broker BROKER = Broker.RUNNING;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final ConversationId ONE = new ConversationId("pao-line", "U1");
    private static final ConversationId OTHER = new ConversationId("pao-line", "U2");

    private final KafkaSettings settings = BROKER.fresh();
    private final String topic = settings.inboxTopic();
    private final Post post = new Post(new Clients(settings)::prompt);
    private final Inbox inbox = new KafkaInbox(post, topic);

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void keepsWhatOneWebhookBringsForAConversationInOneRecord() {
        post.learn(topic);
        inbox.accept(List.of(message(ONE, 1), message(OTHER, 1), message(ONE, 2)));

        assertThat(BROKER.read(topic))
                .extracting(ConsumerRecord::value)
                .extracting(Envelope::read)
                .containsExactlyInAnyOrder(
                        new Envelope(List.of(message(ONE, 1), message(ONE, 2))),
                        new Envelope(List.of(message(OTHER, 1))));
    }

    @Test
    void saysNoWhileKafkaIsAwayAndTakesAgainWhenItIsBack() {
        post.learn(topic);
        inbox.accept(List.of(message(ONE, 1)));

        BROKER.stop();
        try {
            assertThat(answer(message(ONE, 2))).isInstanceOf(InboxAway.class);
        } finally {
            BROKER.start();
        }

        await().atMost(LONG).until(() -> answer(message(ONE, 3)) == null);
    }

    @Test
    void saysNoAtOnceToWhatIsLargerThanKafkaTakes() {
        post.learn(topic);
        var large = new Content.Text("x".repeat(Clients.LARGEST_RECORD));
        var message = new Inbound("1", ONE, Person.of("U1"), large, Instant.EPOCH, null);

        assertThat(answer(message)).isInstanceOf(IllegalStateException.class);
        assertThat(answer(message(ONE, 2))).isNull();
    }

    @Test
    void doesNotKeepItsCallerWhileItLearnsWhereTheTopicLies() {
        assertThat(answer(message(ONE, 1))).isInstanceOf(InboxAway.class);

        await().atMost(LONG).until(() -> answer(message(ONE, 1)) == null);
    }

    @Test
    void opensAnewWhatHasFailedForGood() {
        var broken = mock();
        broken.sendException = new ClusterAuthorizationException("planted");
        var working = mock();
        var opened = new AtomicInteger();
        try (var self = new Post(() -> opened.getAndIncrement() == 0 ? broken : working)) {
            var healing = new KafkaInbox(self, "t");
            assertThat(answer(healing, message(ONE, 1))).isInstanceOf(InboxAway.class);

            await().atMost(LONG).until(() -> answer(healing, message(ONE, 1)) == null);
        }
        assertThat(opened).hasValue(2);
    }

    private static MockProducer<byte[], byte[]> mock() {
        return new MockProducer<>(
                true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private @Nullable Throwable answer(Inbound message) {
        return answer(inbox, message);
    }

    private static @Nullable Throwable answer(Inbox inbox, Inbound message) {
        var answer = new Answer();
        inbox.accept(List.of(message), answer);
        assertThat(answer.comesWithin(LONG)).isTrue();
        return answer.failure();
    }
}
