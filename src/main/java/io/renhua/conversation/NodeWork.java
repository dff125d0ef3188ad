package io.renhua.conversation;

import io.renhua.message.ConversationId;

/** What this node does by itself: it takes turns and sends words, for the conversations that are its own. */
public final class NodeWork implements AutoCloseable {
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
        leases.start(this::wake);
        timers.start(turns::wake);
        errands.start();
        desk.start();
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
