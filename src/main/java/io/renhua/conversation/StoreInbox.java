package io.renhua.conversation;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The inbox in the store: a message and its key against redelivery are one row, written before anybody is told. */
public final class StoreInbox implements Inbox {
    private final Store store;
    private final Journal journal;
    private final Leases leases;
    private final Clock clock;
    private volatile Consumer<ConversationId> arrived = conversation -> {};

    public StoreInbox(Store store, Journal journal, Leases leases, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.leases = leases;
        this.clock = clock;
    }

    /** Whom to tell that a conversation of ours has something waiting. */
    public void onArrival(Consumer<ConversationId> listener) {
        arrived = listener;
    }

    @Override
    public boolean takes() {
        return store.answers();
    }

    @Override
    public void accept(List<Inbound> messages, Receipt receipt) {
        var lanes = messages.stream()
                .collect(Collectors.groupingBy(Inbound::conversation, LinkedHashMap::new, Collectors.toList()));
        if (lanes.isEmpty()) {
            receipt.kept();
            return;
        }
        var count = new Count(lanes.size(), receipt);
        for (Map.Entry<ConversationId, List<Inbound>> lane : lanes.entrySet()) {
            try {
                store.submit(lane.getKey().toString(), transaction -> accept(transaction, lane.getValue()), count);
            } catch (StoreAway e) {
                count.failed(e);
            }
        }
    }

    private void accept(Transaction transaction, List<Inbound> messages) {
        var conversation = messages.getFirst().conversation();
        boolean ours = leases.claim(transaction, conversation);
        messages.forEach(message -> accept(transaction, message));
        if (ours) {
            // for a redelivery too: its first delivery may have been kept although we could not say so
            transaction.afterwards(() -> arrived.accept(conversation));
        }
    }

    private void accept(Transaction transaction, Inbound message) {
        var now = clock.instant();
        var conversation = message.conversation();
        int added = transaction
                .handle()
                .createUpdate("""
                        insert into inbox (channel, message_id, conversation, message, received_at, state)
                        values (:channel, :messageId, :conversation, :message, :now, 'waiting') on conflict do nothing""")
                .bind("channel", conversation.channel())
                .bind("messageId", message.id())
                .bind("conversation", conversation.toString())
                .bind("message", Json.write(message))
                .bind("now", now)
                .execute();
        if (added == 1) {
            journal.append(
                    transaction,
                    new Happening.Received(
                            conversation, now, message.id(), message.person(), message.content(), message.sentAt()));
        }
    }

    /** Waits for all conversations of one webhook. */
    private static final class Count implements Store.Outcome {
        private final AtomicInteger open;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final Receipt receipt;

        Count(int open, Receipt receipt) {
            this.open = new AtomicInteger(open);
            this.receipt = receipt;
        }

        @Override
        public void durable() {
            if (open.decrementAndGet() == 0) {
                tell();
            }
        }

        @Override
        public void failed(Throwable why) {
            failure.compareAndSet(null, why);
            durable();
        }

        private void tell() {
            var why = failure.get();
            if (why == null) {
                receipt.kept();
            } else {
                receipt.notKept(why);
            }
        }
    }
}
