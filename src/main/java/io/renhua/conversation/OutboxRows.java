package io.renhua.conversation;

import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The outbox as it stands in the store. */
public final class OutboxRows {
    private static final int BITE = 1000;
    private static final String COLUMNS = "select id, epoch, message, state, attempts, due_at, created_at from outbox ";

    private final Store store;
    private final Journal journal;
    private final Leases leases;
    private final Clock clock;
    private volatile Consumer<ConversationId> added = conversation -> {};

    public OutboxRows(Store store, Journal journal, Leases leases, Clock clock) {
        this.store = store;
        this.leases = leases;
        this.journal = journal;
        this.clock = clock;
    }

    Store store() {
        return store;
    }

    void onAdded(Consumer<ConversationId> listener) {
        added = listener;
    }

    /** Puts a call on its way, in the transaction that says it; false when a call of the same id is there, or was. */
    boolean add(Transaction transaction, Outbound message, long epoch) {
        var now = clock.instant();
        int inserted = transaction
                .handle()
                .createUpdate("""
                        insert into outbox (outbound_id, conversation, epoch, message, state, due_at, created_at)
                        values (:outboundId, :conversation, :epoch, :message, 'waiting', :now, :now)
                        on conflict do nothing""")
                .bind("outboundId", message.id())
                .bind("conversation", message.conversation().toString())
                .bind("epoch", epoch)
                .bind("message", Json.write(message))
                .bind("now", now)
                .execute();
        if (leases.claim(transaction, message.conversation())) {
            transaction.afterwards(() -> added.accept(message.conversation()));
        }
        return inserted == 1;
    }

    /** Lets what its speaker has said go out although the speaker has passed the conversation on. */
    void carry(Transaction transaction, ConversationId conversation, long from, long to) {
        transaction
                .handle()
                .createUpdate("""
                        update outbox set epoch = :to
                        where conversation = :conversation and epoch = :from and state in ('waiting', 'sending')""")
                .bind("conversation", conversation.toString())
                .bind("from", from)
                .bind("to", to)
                .execute();
    }

    /** The oldest row that is not settled. */
    Optional<OutboxRow> next(ConversationId conversation) {
        return store.read(handle -> handle.createQuery(COLUMNS + """
                        where conversation = :conversation and state in ('waiting', 'sending') order by id limit 1""")
                .bind("conversation", conversation.toString())
                .map((rows, context) -> row(rows))
                .findOne());
    }

    /** The row as a transaction sees it: it may have been carried into another epoch since it was read. */
    OutboxRow current(Transaction transaction, OutboxRow row) {
        return transaction
                .handle()
                .createQuery(COLUMNS + "where id = :id")
                .bind("id", row.id())
                .map((rows, context) -> row(rows))
                .one();
    }

    /** Every conversation with words that wait since before a moment. */
    List<ConversationId> waitingSince(Instant before) {
        return store.read(handle -> handle.createQuery(
                        "select distinct conversation from outbox where state = 'waiting' and created_at < :before")
                .bind("before", before)
                .mapTo(String.class)
                .map(ConversationId::parse)
                .list());
    }

    /** Why nothing may be sent now, by the platform's window and quota; empty when it may. */
    Optional<String> window(Transaction transaction, OutboxRow row, Limits limits) {
        if (limits.window() == null) {
            return Optional.empty();
        }
        var heard = transaction
                .handle()
                .createQuery("""
                        select at from journal where conversation = :conversation and kind = 'Received'
                        order by seq desc limit 1""")
                .bind("conversation", row.conversation().toString())
                .mapTo(Instant.class)
                .findOne();
        if (heard.isEmpty() || heard.get().plus(limits.window()).isBefore(clock.instant())) {
            return Optional.of("the platform's window of " + limits.window().toHours() + " h is closed");
        }
        int sent = transaction
                .handle()
                .createQuery("""
                        select count(*) from outbox
                        where conversation = :conversation and state = 'sent' and created_at >= :heard""")
                .bind("conversation", row.conversation().toString())
                .bind("heard", heard.get())
                .mapTo(Integer.class)
                .one();
        return sent >= limits.quota()
                ? Optional.of("the platform's " + limits.quota() + " messages after their last one are used up")
                : Optional.empty();
    }

    void sending(Transaction transaction, OutboxRow row) {
        update(transaction, row, "sending", row.dueAt(), null);
    }

    /** Final, one way or another. */
    void settle(Transaction transaction, OutboxRow row, String state, State became, @Nullable String why) {
        update(transaction, row, state, row.dueAt(), why);
        journal(transaction, row, became, why);
    }

    /** Surely not taken: comes back later. The journal notes the first time only. */
    void postpone(Transaction transaction, OutboxRow row, Instant due, String why) {
        update(transaction, row, "waiting", due, why);
        if (row.attempts() == 0) {
            journal(transaction, row, State.POSTPONED, why);
        }
    }

    /** Perhaps taken: comes back later, and each time is noted. */
    void doubt(Transaction transaction, OutboxRow row, Instant due, String why) {
        update(transaction, row, "waiting", due, why);
        journal(transaction, row, State.IN_DOUBT, why + "; will be said again");
    }

    /** Drops some of the calls that ended well or for good longer ago; zero when none is left. */
    int forget(Duration olderThan) {
        return store.commit(
                Housekeeping.LANE,
                transaction -> transaction
                        .handle()
                        .createUpdate("""
                        delete from outbox where id in (
                          select id from outbox
                          where state in ('sent', 'refused', 'withheld') and created_at < :before
                          order by id limit :bite)""")
                        .bind("before", clock.instant().minus(olderThan))
                        .bind("bite", BITE)
                        .execute());
    }

    private void update(Transaction transaction, OutboxRow row, String state, Instant due, @Nullable String why) {
        transaction
                .handle()
                .createUpdate("""
                        update outbox set state = :state, due_at = :due, why = :why,
                          attempts = attempts + case when :state = 'sending' then 1 else 0 end
                        where id = :id""")
                .bind("state", state)
                .bind("due", due)
                .bind("why", why)
                .bind("id", row.id())
                .execute();
    }

    private void journal(Transaction transaction, OutboxRow row, State became, @Nullable String why) {
        journal.append(
                transaction,
                new Happening.Settled(
                        row.conversation(), clock.instant(), row.message().id(), became, why));
    }

    private static OutboxRow row(ResultSet rows) throws SQLException {
        return new OutboxRow(
                rows.getLong("id"),
                rows.getLong("epoch"),
                Json.read(rows.getString("message"), Outbound.class),
                rows.getString("state").equals("sending"),
                rows.getInt("attempts"),
                rows.getObject("due_at", OffsetDateTime.class).toInstant(),
                rows.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
