package io.renhua.stream;

import io.renhua.conversation.Inbox;
import io.renhua.conversation.Inbox.Receipt;
import io.renhua.conversation.InboxAway;
import io.renhua.store.StoreAway;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One membership in the group. Takes a batch, holds its partitions still, asks the store until it has the batch, and only then
 * moves its place in the topic. While it waits it polls on, so that a slow store never costs it its membership. What another
 * member has taken over meanwhile it neither asks for again nor notes as done; taken twice, the store drops it. Lives in one
 * thread.
 */
final class Taking implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Taking.class);
    private static final Duration LOOKS = Duration.ofSeconds(1);
    private static final Duration POLLS_ON = Duration.ofMillis(50);
    private static final Duration ASKS_AGAIN = Duration.ofMillis(250);

    /** So often a record is tried whose fault it may not be. */
    private static final int TRIES = 3;

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Inbox store;
    private final DeadRecords dead;
    private final Set<TopicPartition> lost = new HashSet<>();
    private boolean holding;
    private boolean away;

    Taking(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
            String topic,
            Inbox store,
            DeadRecords dead) {
        this.consumer = consumer;
        this.topic = topic;
        this.store = store;
        this.dead = dead;
    }

    /** Takes until it is woken. */
    void go() {
        consumer.subscribe(List.of(topic), this);
        while (true) {
            var batch = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            consumer.poll(LOOKS).forEach(batch::add);
            if (!batch.isEmpty()) {
                take(batch);
            }
        }
    }

    private void take(List<ConsumerRecord<byte[], byte[]>> batch) {
        lost.clear();
        holding = true;
        consumer.pause(consumer.assignment());
        keep(readable(batch));
        note(batch);
        holding = false;
        consumer.resume(consumer.assignment());
    }

    private record Letter(ConsumerRecord<byte[], byte[]> kept, Envelope envelope) {}

    private List<Letter> readable(List<ConsumerRecord<byte[], byte[]>> batch) {
        var letters = new ArrayList<Letter>();
        for (var each : batch) {
            try {
                letters.add(new Letter(each, Envelope.read(each.value())));
            } catch (IllegalArgumentException e) {
                bury(each, String.valueOf(e.getMessage()));
            }
        }
        return letters;
    }

    /** All together when all is well, and one by one when the store refuses one of them. */
    private void keep(List<Letter> letters) {
        if (refusal(letters, 1) == null) {
            return;
        }
        for (var each : letters) {
            var why = refusal(List.of(each), TRIES);
            if (why != null) {
                bury(
                        each.kept(),
                        Wording.of("the store refuses it: %s", why.getClass().getSimpleName())
                                .toString());
            }
        }
    }

    /** Asks until the store has them, or has refused them so many times; null when it has them. */
    private @Nullable Throwable refusal(List<Letter> letters, int tries) {
        for (int refused = 0; ; ) {
            var mine = letters.stream()
                    .filter(letter -> !lost.contains(partition(letter.kept())))
                    .flatMap(letter -> letter.envelope().messages().stream())
                    .toList();
            var failure = ask(receipt -> store.accept(mine, receipt));
            if (failure == null || (!isAway(failure) && ++refused == tries)) {
                away(null);
                return failure;
            }
            away(isAway(failure) ? failure : null);
            pollOn(ASKS_AGAIN);
        }
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof StoreAway || failure instanceof InboxAway;
    }

    private void away(@Nullable Throwable why) {
        if (why != null && !away) {
            LOG.warn("messages wait in Kafka: {}", why.getMessage());
        } else if (why == null && away) {
            LOG.info("the store takes messages from Kafka again");
        }
        away = why != null;
    }

    private void bury(ConsumerRecord<byte[], byte[]> letter, String reason) {
        LOG.error("record {} goes to the dead letters: {}", DeadRecords.place(letter), reason);
        while (!lost.contains(partition(letter)) && ask(receipt -> dead.put(letter, reason, receipt)) != null) {
            pollOn(ASKS_AGAIN);
        }
    }

    /** Polls on until there is an answer; null when it is yes. */
    private @Nullable Throwable ask(Consumer<Receipt> question) {
        var answer = new Answer();
        question.accept(answer);
        while (!answer.comesWithin(POLLS_ON)) {
            pollOn(Duration.ZERO);
        }
        return answer.failure();
    }

    /** Shows the group that we live. Everything is held still, so nothing comes. */
    private void pollOn(Duration most) {
        if (!consumer.poll(most).isEmpty()) {
            throw new IllegalStateException("records came from partitions that are held");
        }
    }

    private void note(List<ConsumerRecord<byte[], byte[]>> batch) {
        var places = new HashMap<TopicPartition, OffsetAndMetadata>();
        batch.stream()
                .filter(each -> !lost.contains(partition(each)))
                .forEach(each -> places.put(partition(each), new OffsetAndMetadata(each.offset() + 1)));
        consumer.commitAsync(places, (_, failure) -> {
            if (failure != null) {
                LOG.debug("a place in Kafka was not noted; it is with the next: {}", failure.getMessage());
            }
        });
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> letter) {
        return new TopicPartition(letter.topic(), letter.partition());
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (holding) {
            consumer.pause(partitions);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        lost.addAll(partitions);
    }
}
