package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only node there is: every conversation is its own. */
public final class SoleNode implements Leases {
    private static final Logger LOG = LoggerFactory.getLogger(SoleNode.class);
    private static final Duration LOOKS = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int BITE = 64;

    private final Store store;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("forgotten").factory());
    private long lookedAfter; // so many commits had failed; the watch's own
    private volatile BooleanSupplier hasRoom = () -> true;
    private volatile @Nullable Round current;

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

    @Override
    public void paceBy(BooleanSupplier room) {
        hasRoom = room;
    }

    /** Takes up what a stop left behind: the words first, then the oldest messages, and no more at once than there is room for. */
    @Override
    public void start(Consumer<ConversationId> listener) {
        var round = new Round(store, BITE, some -> some.forEach(listener));
        go(round);
        current = round; // one that failed at its first step is none, and begun anew
    }

    private void go(Round round) {
        if (!round.go(hasRoom)) {
            goOnIn(PAUSE, round);
        }
    }

    private void goOnIn(Duration pause, Round round) {
        try {
            var _ = watch.schedule(() -> tryGo(round), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("this node stops; the next start takes it up"); // which is all there is to know
        }
    }

    private void tryGo(Round round) {
        try {
            go(round);
        } catch (RuntimeException e) {
            LOG.debug("the store is not back yet, goes on later: {}", e.getMessage());
            goOnIn(LOOKS, round);
        }
    }

    /** A commit may stand although we heard that it failed: then nobody was woken for what it left to do. */
    @Override
    public void onLook(Consumer<ConversationId> listener) {
        var _ = watch.scheduleWithFixedDelay(
                () -> tryLook(listener), LOOKS.toMillis(), LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryLook(Consumer<ConversationId> listener) {
        long failed = store.commits().failed();
        if (failed != lookedAfter && (current == null || current.isOver())) {
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
