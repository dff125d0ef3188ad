package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the conversations that want something done and that no living node has, the oldest first, and takes them as there is
 * room for: a dead node may leave more than one other can work for at once, and others take their part. Lives in one thread.
 */
final class Orphans {
    private static final int BITE = 64;
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Between two rounds, as a multiple of the work of the last one, and at most. */
    private static final int RESTS_FOR = 10;

    private static final long LONGEST_REST_NANOS = 10_000_000_000L;

    private final Store store;
    private final UnaryOperator<List<ConversationId>> taker;
    private final Consumer<ConversationId> gained;
    private final BiConsumer<Runnable, Duration> later;
    private volatile BooleanSupplier hasRoom = () -> true;
    private @Nullable Round round;
    private boolean again;
    private long worked;
    private long restsUntil = System.nanoTime();

    /**
     * @param taker takes those of some conversations that nobody has, and gives them back
     * @param later does something in this thread after a while
     */
    Orphans(
            Store store,
            UnaryOperator<List<ConversationId>> taker,
            Consumer<ConversationId> gained,
            BiConsumer<Runnable, Duration> later) {
        this.store = store;
        this.taker = taker;
        this.gained = gained;
        this.later = later;
    }

    void paceBy(BooleanSupplier room) {
        hasRoom = room;
    }

    /** Begins a round, unless one is under way or the last one was only just over. */
    void take() {
        if (round == null && System.nanoTime() - restsUntil >= 0) {
            begin();
        }
    }

    /** The same at once: a node is gone. */
    void takeNow() {
        if (round == null) {
            begin();
        } else {
            again = true; // the round under way may have passed what that node has left
        }
    }

    private void begin() {
        worked = 0;
        round = new Round(store, BITE, some -> taker.apply(some).forEach(gained));
        goOn();
    }

    private void goOn() {
        var current = round;
        boolean isOver = false;
        long since = System.nanoTime();
        try {
            isOver = current == null || current.go(hasRoom);
        } catch (RuntimeException e) {
            round = null; // the next one begins anew
            throw e;
        }
        worked += System.nanoTime() - since;
        if (isOver) {
            end();
        } else {
            later.accept(this::goOn, PAUSE);
        }
    }

    private void end() {
        restsUntil = System.nanoTime() + Math.min(RESTS_FOR * worked, LONGEST_REST_NANOS);
        round = null;
        if (again) {
            again = false;
            begin();
        }
    }
}
