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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The inbox in the store: a message and its key against redelivery are written before anybody is told. */
public final class StoreInbox implements Inbox {
    private static final String KEEP = """
            insert into inbox (channel, message_id, conversation, message, received_at, state)
            values (?, ?, ?, ?, ?, 'waiting')""";

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
        if (messages.isEmpty()) {
            receipt.kept();
            return;
        }
        var now = clock.instant();
        var lanes = messages.stream()
                .map(message -> new Letter(message, Json.write(message), now))
                .collect(Collectors.groupingBy(Letter::conversation, LinkedHashMap::new, Collectors.toList()));
        var count = new Count(lanes.size(), receipt);
        lanes.forEach((conversation, letters) -> {
            try {
                store.submit(conversation.toString(), transaction -> accept(transaction, conversation, letters), count);
            } catch (StoreAway e) {
                count.failed(e);
            }
        });
    }

    private void accept(Transaction transaction, ConversationId conversation, List<Letter> letters) {
        boolean ours = leases.claim(transaction, conversation);
        letters.forEach(letter -> accept(transaction, letter));
        if (ours) {
            // for a redelivery too: its first delivery may have been kept although we could not say so
            transaction.afterwards(() -> arrived.accept(conversation));
        }
    }

    private void accept(Transaction transaction, Letter letter) {
        var message = letter.message();
        var conversation = message.conversation();
        if (Keys.take(transaction, conversation, message.id(), letter.at())) {
            transaction.update(
                    KEEP, conversation.channel(), message.id(), conversation.toString(), letter.written(), letter.at());
            received(transaction, letter);
        }
    }

    /** What our own side did elsewhere is written down once it is known what it means. */
    private void received(Transaction transaction, Letter letter) {
        var message = letter.message();
        if (message.echo() == null) {
            journal.append(
                    transaction,
                    new Happening.Received(
                            message.conversation(),
                            letter.at(),
                            message.id(),
                            message.person(),
                            message.content(),
                            message.sentAt()));
        }
    }

    /** A message, and as it is written: who brings it does that, so that the writer need not. */
    private record Letter(Inbound message, String written, Instant at) {
        ConversationId conversation() {
            return message.conversation();
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
