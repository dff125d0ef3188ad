package io.renhua.conversation;

/** What this node does by itself: it takes turns and sends words, for the conversations that are its own. */
public final class NodeWork implements AutoCloseable {
    private final StoreInbox inbox;
    private final Turns turns;
    private final Outbox outbox;
    private final Timers timers;
    private final Leases leases;

    public NodeWork(StoreInbox inbox, Turns turns, Outbox outbox, Timers timers, Leases leases) {
        this.inbox = inbox;
        this.turns = turns;
        this.outbox = outbox;
        this.timers = timers;
        this.leases = leases;
    }

    /** Begins with what a stop, here or elsewhere, left behind. */
    public void start() {
        inbox.onArrival(turns::wake);
        leases.start(conversation -> {
            turns.wake(conversation);
            outbox.wake(conversation);
        });
        timers.start(turns::wake);
    }

    /** The turns in hand end, then the words on their way; then others may have the rest. */
    @Override
    public void close() {
        timers.close();
        turns.close();
        outbox.close();
        leases.close();
    }
}
