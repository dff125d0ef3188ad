package io.renhua.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.renhua.journal.Journal;
import io.renhua.journal.JournalLine;
import io.renhua.journal.RelayPlace;
import io.renhua.store.StoreAway;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Relays the journal to a topic: every happening at least once with its place as id, in order within a conversation. One node
 * does it at a time. Each page is one transaction of Kafka's, whose fence keeps out a node that was thought dead and wakes; the
 * place moves once Kafka has the page, so what is relayed twice after a crash has the same id.
 */
final class JournalRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalRelay.class);
    private static final int PAGE = 500;

    /** Settling keeps everybody from the journal for a moment, so it is not done more often. */
    private static final Duration SETTLES_EVERY = Duration.ofMillis(200);

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LAST_PAGE = Duration.ofSeconds(3);

    /** What a reader tells repetitions by. */
    static final String ID = "id";

    static final String KIND = "kind";

    private final Supplier<Producer<byte[], byte[]>> opening;
    private final String topic;
    private final Journal journal;
    private final RelayPlace place;
    private final Semaphore rung = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("journal-relay").unstarted(this::run);
    private final Journal.Listening listening;
    private Duration pause = LOOKS_EVERY;
    private volatile boolean closing;

    JournalRelay(Supplier<Producer<byte[], byte[]>> opening, String topic, Journal journal, RelayPlace place) {
        this.opening = opening;
        this.topic = topic;
        this.journal = journal;
        this.place = place;
        this.listening = journal.listen(_ -> ring());
    }

    private void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closing) {
            try {
                if (place.take()) {
                    relay();
                }
                nap(LOOKS_EVERY);
            } catch (ProducerFencedException e) {
                LOG.info("another node relays the journal now");
                nap(LOOKS_EVERY);
            } catch (RuntimeException e) { // a thread that ended here would leave the journal to nobody
                failed(e);
            }
        }
        leave();
    }

    private void failed(RuntimeException why) {
        LOG.warn(
                "relaying the journal failed, goes on where it was in {} s: {}: {}",
                pause.toSeconds(),
                why.getClass().getSimpleName(),
                why.getMessage());
        nap(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    /** As long as it is our turn. */
    private void relay() {
        var producer = opening.get();
        try {
            producer.initTransactions(); // from here on whoever relayed before us is not heard
            var begin = place.renewed(); // and only now is it sure where that one came to
            if (begin.isPresent()) {
                LOG.info("this node relays the journal, from {}", begin.getAsLong());
                follow(producer, begin.getAsLong());
            }
        } finally {
            producer.close(Duration.ZERO); // what is not committed is not wanted
        }
    }

    private void follow(Producer<byte[], byte[]> producer, long begin) {
        for (long at = begin; !closing; ) {
            if (journal.lines(at, Long.MAX_VALUE, 1).isEmpty()) {
                if (!rungWithin(LOOKS_EVERY) && place.renewed().isEmpty()) {
                    return;
                }
                continue;
            }
            long end = journal.settled();
            for (var page = journal.lines(at, end, PAGE);
                    !page.isEmpty() && !closing;
                    page = journal.lines(at, end, PAGE)) {
                send(producer, page);
                at = page.getLast().seq();
                if (!place.moved(at)) {
                    return;
                }
                pause = LOOKS_EVERY;
            }
            nap(SETTLES_EVERY);
        }
    }

    private void send(Producer<byte[], byte[]> producer, List<JournalLine> page) {
        producer.beginTransaction();
        for (var line : page) {
            var letter = new ProducerRecord<>(
                    topic, line.conversation().getBytes(UTF_8), line.happening().getBytes(UTF_8));
            letter.headers().add(ID, String.valueOf(line.seq()).getBytes(UTF_8));
            letter.headers().add(KIND, line.kind().getBytes(UTF_8));
            var _ = producer.send(letter); // the commit throws what became of it
        }
        producer.commitTransaction();
    }

    /** False when nothing has happened for so long. */
    private boolean rungWithin(Duration most) {
        try {
            return rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void nap(Duration duration) {
        try {
            var _ = stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        try {
            place.leave();
        } catch (StoreAway e) {
            LOG.warn("the other nodes could not be told that this one stops relaying: {}", e.getMessage());
        }
    }

    /** Ends with the page in hand. Never interrupts it: in the middle of a read that would close H2's file. */
    @Override
    public void close() {
        closing = true;
        listening.close();
        stopped.countDown();
        rung.release();
        try {
            thread.join(LAST_PAGE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
