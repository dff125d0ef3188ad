package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only node there is: every conversation is its own. */
public final class SoleNode implements Leases {
    private static final Logger LOG = LoggerFactory.getLogger(SoleNode.class);
    private static final Duration LOOKS = Duration.ofSeconds(2);

    private final Store store;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("forgotten").factory());
    private long lookedAfter; // so many commits had failed; the watch's own

    public SoleNode(Store store) {
        this.store = store;
    }

    @Override
    public boolean claim(Transaction transaction, ConversationId conversation) {
        return true;
    }

    @Override
    public void check(Queries queries, ConversationId conversation) {}

    @Override
    public boolean certain() {
        return true;
    }

    @Override
    public int nodes() {
        return 1;
    }

    /** Takes up what a stop left behind. */
    @Override
    public void start(Consumer<ConversationId> listener) {
        store.read(handle -> handle.createQuery("""
                                select conversation from inbox where state = 'waiting'
                                union select conversation from outbox where state in ('waiting', 'sending')""")
                        .mapTo(String.class)
                        .map(ConversationId::parse)
                        .list())
                .forEach(listener);
    }

    /** A commit may stand although we heard that it failed: then nobody was woken for what it left to do. */
    @Override
    public void onLook(Consumer<ConversationId> listener) {
        var _ = watch.scheduleWithFixedDelay(
                () -> tryLook(listener), LOOKS.toMillis(), LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryLook(Consumer<ConversationId> listener) {
        long failed = store.commits().failed();
        if (failed != lookedAfter) {
            try {
                start(listener);
                lookedAfter = failed;
            } catch (RuntimeException e) {
                LOG.debug("the store is not back yet, looks again: {}", e.getMessage()); // a throw would end the watch
            }
        }
    }

    /** Interrupts nobody: who is interrupted while reading closes H2's file. */
    @Override
    public void close() {
        watch.shutdown();
    }
}
