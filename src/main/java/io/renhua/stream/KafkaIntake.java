package io.renhua.stream;

import io.renhua.conversation.Inbox;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what waits in the topic into the store, as one of the installation's nodes, for as long as it lives. */
final class KafkaIntake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaIntake.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final Duration LEAVES_WITHIN = Duration.ofSeconds(2);
    private static final Duration LAST_ROUND = Duration.ofSeconds(3);

    private final Supplier<Consumer<byte[], byte[]>> opening;
    private final String topic;
    private final Inbox store;
    private final DeadRecords dead;
    private final Thread thread = Thread.ofPlatform().daemon().name("intake").unstarted(this::run);
    private volatile @Nullable Consumer<byte[], byte[]> open;
    private volatile boolean closing;

    KafkaIntake(Supplier<Consumer<byte[], byte[]>> opening, String topic, Inbox store, DeadRecords dead) {
        this.opening = opening;
        this.topic = topic;
        this.store = store;
        this.dead = dead;
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closing) {
            try {
                take(opening.get());
            } catch (WakeupException e) {
                // told to stop: what is not in the store yet stays in the topic
            } catch (RuntimeException e) { // a thread that ended here would leave the topic to nobody
                LOG.warn("taking from Kafka failed, begins anew: {}", e.getMessage());
                nap();
            }
        }
    }

    private void take(Consumer<byte[], byte[]> consumer) {
        try {
            open = consumer;
            if (!closing) { // or nobody would wake it
                new Taking(consumer, topic, store, dead).go();
            }
        } finally {
            consumer.close(CloseOptions.timeout(LEAVES_WITHIN));
        }
    }

    private static void nap() {
        try {
            Thread.sleep(AFTER_A_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves its partitions to others. */
    @Override
    public void close() {
        closing = true;
        var consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(LAST_ROUND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
