package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Transaction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Which conversations this node works for. Every conversation that wants something done has one node at most. */
public interface Leases extends AutoCloseable {

    /**
     * Sees to it that some node works for a conversation, within the work that gives it something to do.
     *
     * @return whether it is this one; else the other is told once the work is durable
     */
    boolean claim(Transaction transaction, ConversationId conversation);

    /**
     * Makes sure, within work for a conversation or before something that cannot be undone, that it is still ours to do.
     *
     * @throws LeaseLost when another node may have taken it
     */
    void check(Queries queries, ConversationId conversation);

    /** Whether what we hold is surely ours, as far as can be known without asking. */
    boolean certain();

    /** How many nodes share what an account of a platform allows. */
    int nodes();

    /** Before the beginning: whether more conversations that waited may be taken up, without those at work being held up. */
    default void paceBy(BooleanSupplier hasRoom) {}

    /** Begins; the listener hears of each conversation that has become ours, or was given something to do elsewhere. */
    void start(Consumer<ConversationId> listener);

    /** Now and then the listener hears of each conversation of ours that wants something done: rings may be lost. */
    default void onLook(Consumer<ConversationId> listener) {}

    /** Leaves what we hold to others. */
    @Override
    void close();
}
