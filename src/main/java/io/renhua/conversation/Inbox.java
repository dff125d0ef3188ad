package io.renhua.conversation;

import io.renhua.message.Inbound;
import io.renhua.store.StoreAway;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Takes messages durably, each once. What lies behind may be the store, or a log before it. */
public interface Inbox {

    /** Told once, on a thread that must not be kept waiting. */
    interface Receipt {
        /** Every message is on disk, or was before: now the platform may be told so. */
        void kept();

        /**
         * Not all of them are: the platform must not be told so. {@link StoreAway} or {@link InboxAway} when it may deliver
         * them again.
         */
        void notKept(Throwable why);
    }

    /** Whether messages can be taken now, as far as can be known before they come. */
    default boolean takes() {
        return true;
    }

    /** Takes messages, and comes back at once. Redeliveries are dropped. */
    void accept(List<Inbound> messages, Receipt receipt);

    /**
     * The same, but returns once every message is on disk.
     *
     * @throws StoreAway or {@link InboxAway} when they are not
     */
    default void accept(List<Inbound> messages) {
        var told = new CompletableFuture<Boolean>();
        accept(messages, new Receipt() {
            @Override
            public void kept() {
                told.complete(true);
            }

            @Override
            public void notKept(Throwable why) {
                told.completeExceptionally(why);
            }
        });
        try {
            told.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }
}
