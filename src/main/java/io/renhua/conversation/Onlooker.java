package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Bell.Topic;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.util.function.Consumer;

/** Somebody who has the store open and works for no conversation, such as a command: tells whoever does. */
public final class Onlooker implements Leases {
    private final Store store;

    public Onlooker(Store store) {
        this.store = store;
    }

    @Override
    public boolean claim(Transaction transaction, ConversationId conversation) {
        transaction.afterwards(() -> store.bell().ring(Topic.LANE, conversation.toString()));
        return false;
    }

    @Override
    public void check(Queries queries, ConversationId conversation) {
        throw new LeaseLost();
    }

    @Override
    public boolean certain() {
        return false;
    }

    @Override
    public int nodes() {
        return 0;
    }

    @Override
    public void start(Consumer<ConversationId> listener) {}

    @Override
    public void close() {}
}
