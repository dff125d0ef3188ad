package io.renhua.conversation;

import io.renhua.message.ConversationId;

/** What this node does by itself: it takes turns and sends words, for the conversations that are its own. */
public final class NodeWork implements AutoCloseable {
    /** So many conversations at once keep the store busy; more would only wait for each other. */
    private static final int MANY_TURNS = 64;

    /** Some wait for their platform rather than for the store. */
    private static final int MANY_CALLS = 1024;

    private final StoreInbox inbox;
    private final Turns turns;
    private final Outbox outbox;
    private final Timers timers;
    private final Errands errands;
    private final DeskWatch desk;
    private final StoreDeadLetters deadLetters;
    private final Leases leases;

    public NodeWork(
            StoreInbox inbox,
            Turns turns,
            Outbox outbox,
            Timers timers,
            Errands errands,
            DeskWatch desk,
            StoreDeadLetters deadLetters,
            Leases leases) {
        this.inbox = inbox;
        this.turns = turns;
        this.outbox = outbox;
        this.timers = timers;
        this.errands = errands;
        this.desk = desk;
        this.deadLetters = deadLetters;
        this.leases = leases;
    }

    /** Begins with what a stop, here or elsewhere, left behind. */
    public void start() {
        inbox.onArrival(turns::wake);
        outbox.start();
        deadLetters.onReplay(this::wake);
        leases.onLook(this::remind);
        leases.paceBy(this::hasRoom);
        leases.start(this::wake);
        timers.start(turns::wake);
        errands.start();
        desk.start();
    }

    private boolean hasRoom() {
        return turns.busy() < MANY_TURNS && outbox.busy() < MANY_CALLS;
    }

    private void wake(ConversationId conversation) {
        turns.wake(conversation);
        outbox.wake(conversation);
    }

    private void remind(ConversationId conversation) {
        turns.remind(conversation);
        outbox.remind(conversation);
    }

    /** The turns in hand end, then the words on their way; then others may have the rest. */
    @Override
    public void close() {
        desk.close();
        errands.close();
        timers.close();
        turns.close();
        outbox.close();
        leases.close();
    }
}
