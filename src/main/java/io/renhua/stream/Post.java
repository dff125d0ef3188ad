package io.renhua.stream;

import io.renhua.conversation.Inbox.Receipt;
import io.renhua.conversation.InboxAway;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives records to Kafka and tells once all of them are kept. Comes back at once, and opens anew what broke for good. */
final class Post implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final Duration LAST_RECORDS = Duration.ofSeconds(2);
    private static final Duration SAYS_WITHIN = Duration.ofSeconds(10);
    private static final int LOOKS_EVERY_MILLIS = 50;

    private final Supplier<Producer<byte[], byte[]>> opening;
    private final Set<String> topics = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile Producer<byte[], byte[]> producer;
    private volatile boolean closed;

    Post(Supplier<Producer<byte[], byte[]>> opening) {
        this.opening = opening;
        this.producer = opening.get();
    }

    /**
     * Learns where a topic lies, so that nothing has to wait for it later.
     *
     * @throws InboxAway when Kafka does not say
     */
    void learn(String topic) {
        learn(producer, topic);
        topics.add(topic);
    }

    private static void learn(Producer<byte[], byte[]> producer, String topic) {
        long end = System.nanoTime() + SAYS_WITHIN.toNanos();
        while (!knows(producer, topic)) {
            if (System.nanoTime() > end) {
                throw new InboxAway(Wording.of("Kafka does not say where topic %s lies", topic));
            }
            nap();
        }
    }

    private static boolean knows(Producer<byte[], byte[]> producer, String topic) {
        try {
            return !producer.partitionsFor(topic).isEmpty();
        } catch (RetriableException e) {
            return false; // it asks now, and knows later
        }
    }

    private static void nap() {
        try {
            Thread.sleep(LOOKS_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InboxAway(Wording.of("stopped while Kafka was asked"));
        }
    }

    void send(List<ProducerRecord<byte[], byte[]>> records, Receipt receipt) {
        if (records.isEmpty()) {
            receipt.kept();
            return;
        }
        var count = new Count(records.size(), receipt);
        records.forEach(letter -> send(letter, count));
    }

    private void send(ProducerRecord<byte[], byte[]> letter, Count count) {
        var current = producer;
        try {
            var _ = current.send(letter, (_, failure) -> {
                if (failure != null && !(failure instanceof RetriableException) && !isItsOwnFault(failure)) {
                    renew(current);
                }
                count.told(failure);
            });
        } catch (RuntimeException e) { // nothing is called back then
            renew(current);
            count.told(e);
        }
    }

    private static boolean isItsOwnFault(Exception failure) {
        return failure instanceof RecordTooLargeException;
    }

    /** A producer that failed for good takes nothing any more; another is put in its place once it knows its way. */
    private void renew(Producer<byte[], byte[]> broken) {
        if (!closed && producer.equals(broken) && renewing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("post").start(() -> replace(broken));
        }
    }

    private void replace(Producer<byte[], byte[]> broken) {
        try {
            var fresh = opening.get();
            producer = fresh;
            broken.close(Duration.ZERO);
            topics.forEach(topic -> learn(fresh, topic));
        } catch (RuntimeException e) {
            LOG.warn("the way to Kafka could not be opened anew: {}", e.getMessage());
        } finally {
            renewing.set(false);
        }
    }

    @Override
    public void close() {
        closed = true;
        producer.close(LAST_RECORDS);
    }

    private RuntimeException told(Exception failure) {
        if (isItsOwnFault(failure)) {
            return new IllegalStateException(
                    "a record is larger than Kafka takes; raise the topic's max.message.bytes");
        }
        if (away.compareAndSet(false, true)) {
            LOG.warn("Kafka does not take what it is given: {}", kind(failure));
        }
        return new InboxAway(Wording.of("Kafka did not take it: %s", kind(failure)));
    }

    private static String kind(Exception failure) {
        return failure.getClass().getSimpleName();
    }

    /** Waits for all records of one call. */
    private final class Count {
        private final AtomicInteger open;
        private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        private final Receipt receipt;

        Count(int open, Receipt receipt) {
            this.open = new AtomicInteger(open);
            this.receipt = receipt;
        }

        void told(@Nullable Exception why) {
            if (why != null) {
                failure.compareAndSet(null, Post.this.told(why));
            }
            if (open.decrementAndGet() == 0) {
                tell();
            }
        }

        private void tell() {
            var why = failure.get();
            if (why != null) {
                receipt.notKept(why);
                return;
            }
            if (away.compareAndSet(true, false)) {
                LOG.info("Kafka takes what it is given again");
            }
            receipt.kept();
        }
    }
}
