package io.renhua.stream;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where Kafka is, and what it is used for.
 *
 * @param servers {@code host:port}, separated by commas
 * @param inbox whether what the platforms bring is kept there first
 * @param journal whether the journal is relayed to it
 * @param group names this installation on its Kafka: the nodes that share one store share it
 * @param making the sizes of topics that may be made where they are missing; null when they may not
 * @param client what Kafka's clients are told besides, as TLS and sign-in; may hold secrets
 */
public record KafkaSettings(
        String servers,
        boolean inbox,
        String inboxTopic,
        boolean journal,
        String journalTopic,
        String group,
        @Nullable Sizes making,
        Map<String, String> client) {

    /** What the promises stand on, which is therefore not to be set from outside. */
    private static final Set<String> OURS = Set.of(
            "bootstrap.servers",
            "acks",
            "enable.idempotence",
            "max.in.flight.requests.per.connection",
            "retries",
            "max.block.ms",
            "delivery.timeout.ms",
            "request.timeout.ms",
            "metadata.max.idle.ms",
            "partitioner.class",
            "partitioner.ignore.keys",
            "transactional.id",
            "transaction.timeout.ms",
            "group.id",
            "group.protocol",
            "partition.assignment.strategy",
            "enable.auto.commit",
            "auto.offset.reset",
            "key.serializer",
            "value.serializer",
            "key.deserializer",
            "value.deserializer");

    /** How large topics are made. */
    public record Sizes(int partitions, int replicas) {}

    public KafkaSettings {
        client = Map.copyOf(client);
    }

    /** Whether a property of Kafka's clients is ours alone to set. */
    public static boolean isOurs(String property) {
        return OURS.contains(property);
    }

    /** Where records go that nobody can read. */
    String deadTopic() {
        return inboxTopic + ".dead";
    }

    /** Never the client's settings. */
    @Override
    public String toString() {
        return "Kafka at " + servers;
    }
}
