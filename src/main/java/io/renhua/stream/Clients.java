package io.renhua.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Opens Kafka's clients: what we prefer, over it what the operator sets, over that what our promises stand on. */
final class Clients {
    /** The largest record: a webhook is a megabyte at most, and escaping makes it larger. */
    static final int LARGEST_RECORD = 4 * 1024 * 1024;

    private final KafkaSettings settings;

    Clients(KafkaSettings settings) {
        this.settings = settings;
    }

    Admin admin() {
        return Admin.create(properties(
                Map.of(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000),
                Map.of(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 1_000)));
    }

    /**
     * What a webhook waits for: says no within two seconds, and never keeps its caller. It does not wait for what it does
     * not know about the topic or for room in its buffer, and it does not forget what it knows because nobody wrote for long.
     */
    Producer<byte[], byte[]> prompt() {
        return new KafkaProducer<>(
                properties(
                        Map.of(ProducerConfig.LINGER_MS_CONFIG, 1),
                        Map.of(
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                0,
                                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                                1_000,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                1_500,
                                ProducerConfig.METADATA_MAX_IDLE_CONFIG,
                                TimeUnit.DAYS.toMillis(365))),
                bytes(),
                bytes());
    }

    /** What relays: patient, and fenced: of two that relay, the one that began later is heard alone. */
    Producer<byte[], byte[]> fenced() {
        return new KafkaProducer<>(
                properties(
                        Map.of(),
                        Map.of(
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                settings.group() + ".journal",
                                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                                30_000,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                10_000,
                                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                                5_000,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                10_000)),
                bytes(),
                bytes());
    }

    private static ByteArraySerializer bytes() {
        return new ByteArraySerializer();
    }

    Consumer<byte[], byte[]> member() {
        return new KafkaConsumer<>(
                properties(
                        Map.of(
                                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                                10_000,
                                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                                8 * 1024 * 1024),
                        Map.of(
                                ConsumerConfig.GROUP_ID_CONFIG,
                                settings.group(),
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                                List.of(CooperativeStickyAssignor.class))),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private Map<String, Object> properties(Map<String, Object> preferred, Map<String, Object> ours) {
        var properties = new HashMap<String, Object>();
        properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
        properties.putAll(preferred);
        properties.putAll(settings.client());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.servers());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.putAll(ours);
        return properties;
    }
}
