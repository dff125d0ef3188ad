package io.renhua.conversation;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages durably, each once, and gives them back in order, conversation by conversation. */
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private static final int BITE = 1000;

    /** So many bubbles at most are one turn, and no two of them further apart. */
    private static final int IN_A_BREATH = 10;

    private static final Duration BREATH = Duration.ofSeconds(30);

    private final Store store;
    private final Journal journal;
    private final Clock clock;
    private volatile Consumer<ConversationId> arrived = conversation -> {};

    public Inbox(Store store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Returns once every message is on disk; then the platform may be told so. Redeliveries are dropped.
     *
     * @throws io.renhua.store.StoreAway when they are not; then the platform must not be told so
     */
    public void accept(List<Inbound> messages) {
        if (!messages.isEmpty()) {
            store.write(transaction -> messages.forEach(message -> accept(transaction, message)));
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
        // for a redelivery too: its first delivery may have been kept although we could not say so
        transaction.afterwards(() -> arrived.accept(conversation));
    }

    /** Whom to tell that a conversation has something waiting. */
    void onArrival(Consumer<ConversationId> listener) {
        arrived = listener;
    }

    /**
     * The oldest message of a conversation that is still to be answered, and with it what was sent in the same breath;
     * empty when none is left. A message that failed before comes alone. What cannot be read any more is put aside.
     */
    List<Arrival> next(ConversationId conversation) {
        var breath = new ArrayList<Arrival>();
        for (var kept : waiting(conversation)) {
            Arrival arrival;
            try {
                arrival = kept.arrival();
            } catch (IllegalArgumentException e) {
                LOG.error("message {} on {} cannot be read and is put aside", kept.id(), conversation.channel());
                store.write(transaction -> settle(transaction, kept.id(), "dead"));
                return next(conversation);
            }
            if (!breath.isEmpty() && !together(breath.getLast(), arrival)) {
                break;
            }
            breath.add(arrival);
        }
        return List.copyOf(breath);
    }

    private List<Kept> waiting(ConversationId conversation) {
        return store.read(handle -> handle.createQuery("""
                        select id, message, attempts from inbox
                        where conversation = :conversation and state = 'waiting' order by id limit :most""")
                .bind("conversation", conversation.toString())
                .bind("most", IN_A_BREATH)
                .map((rows, context) ->
                        new Kept(rows.getLong("id"), rows.getString("message"), rows.getInt("attempts")))
                .list());
    }

    private static boolean together(Arrival one, Arrival next) {
        var pause = Duration.between(one.message().sentAt(), next.message().sentAt());
        return one.attempts() == 0 && next.attempts() == 0 && pause.compareTo(BREATH) <= 0;
    }

    private record Kept(long id, String message, int attempts) {
        Arrival arrival() {
            return new Arrival(id, Json.read(message, Inbound.class), attempts);
        }
    }

    /** Notes that a message was handled, in the transaction that holds what came of it. */
    void done(Transaction transaction, Arrival arrival) {
        settle(transaction, arrival.id(), "done");
    }

    /** Puts a message aside that cannot be handled. */
    void dead(Transaction transaction, Arrival arrival) {
        settle(transaction, arrival.id(), "dead");
    }

    /** Counts a try that failed. */
    void failed(Transaction transaction, Arrival arrival) {
        transaction
                .handle()
                .createUpdate("update inbox set attempts = attempts + 1 where id = :id")
                .bind("id", arrival.id())
                .execute();
    }

    private static void settle(Transaction transaction, long id, String state) {
        transaction
                .handle()
                .createUpdate("update inbox set state = :state where id = :id")
                .bind("state", state)
                .bind("id", id)
                .execute();
    }

    /** Every conversation with something still to answer: what a start begins with. */
    List<ConversationId> waiting() {
        return store.read(
                handle -> handle.createQuery("select distinct conversation from inbox where state = 'waiting'")
                        .mapTo(String.class)
                        .map(ConversationId::parse)
                        .list());
    }

    /** Drops some of the keys of messages handled longer ago than any platform delivers again; zero when none is left. */
    public int forget(Duration olderThan) {
        return store.commit(transaction -> transaction
                .handle()
                .createUpdate("""
                        delete from inbox where id in (
                          select id from inbox where state = 'done' and received_at < :before order by id limit :bite)""")
                .bind("before", clock.instant().minus(olderThan))
                .bind("bite", BITE)
                .execute());
    }
}
