package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.util.function.Consumer;

/** The only node there is: every conversation is its own. */
public final class SoleNode implements Leases {
    private final Store store;

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

    @Override
    public void close() {}
}
