package io.renhua.conversation;

import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import io.renhua.store.Json;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import io.renhua.text.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The outbox as it stands in the store. */
public final class OutboxRows {
    private static final String COLUMNS =
            "select outbound_id, epoch, message, state, attempts, due_at, created_at from outbox ";

    private static final String ADD = """
            insert into outbox (outbound_id, conversation, epoch, message, state, attempts, due_at, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private static final String OPEN = "where conversation = ? and state in ('waiting', 'sending') order by id limit 1";

    /** Nobody can be reached there, or is to be. */
    private static final String SHUT = "owner = 'closed' and exit_how in ('left', 'blocked', 'spam')";

    private static final String CURRENT = """
            select outbox.id from outbox left join ownership on ownership.conversation = outbox.conversation
            where outbound_id = ? and outbox.epoch = coalesce(ownership.epoch, 0)
              and not coalesce(%s, false)""".formatted(SHUT);

    private static final String WAITING = COLUMNS + "where conversation = ? and state = 'waiting' order by id";

    private static final String SENDING =
            "update outbox set state = 'sending', attempts = attempts + 1 where outbound_id = ?";

    private static final String CHANGE = "update outbox set state = ?, due_at = ?, why = ? where outbound_id = ?";

    private final Store store;
    private final Journal journal;
    private final Leases leases;
    private final Clock clock;
    private final Set<ConversationId> unseen = ConcurrentHashMap.newKeySet(); // told of since somebody last looked
    private volatile Consumer<ConversationId> listener = conversation -> {};
    private volatile Gone gone = (transaction, conversation, since) -> {};

    public OutboxRows(Store store, Journal journal, Leases leases, Clock clock) {
        this.store = store;
        this.leases = leases;
        this.journal = journal;
        this.clock = clock;
    }

    Store store() {
        return store;
    }

    /** Whom to call to a conversation. */
    void onCall(Consumer<ConversationId> listener) {
        this.listener = listener;
    }

    /** Hears, in the transaction that notes it, that a platform refuses what was said, as nobody is there any more. */
    @FunctionalInterface
    public interface Gone {
        void refused(Transaction transaction, ConversationId conversation, Instant saidAt);
    }

    public void onGone(Gone told) {
        gone = told;
    }

    void tellGone(Transaction transaction, OutboxRow row) {
        gone.refused(transaction, row.conversation(), row.createdAt());
    }

    /** Calls whoever sends to a conversation. */
    void call(ConversationId conversation) {
        listener.accept(conversation);
    }

    /** The same, where something may wait in the store. */
    void tellOf(ConversationId conversation) {
        unseen.add(conversation);
        call(conversation);
    }

    /** Whether something may wait that was told of since the last look. */
    boolean mayWait(ConversationId conversation) {
        return unseen.contains(conversation);
    }

    /**
     * Puts a call on its way, in the transaction that says it; false when a call of the same id is there.
     *
     * @param place on the way to the platform: taken by a call before which nothing waits
     */
    boolean add(Transaction transaction, Outbound message, long epoch, Place place) {
        var conversation = message.conversation();
        var now = clock.instant();
        boolean ours = leases.claim(transaction, conversation);
        boolean leaves = ours && place.isFree() && !isAnythingOpen(transaction, conversation);
        boolean added = transaction.update(
                        ADD,
                        message.id(),
                        conversation.toString(),
                        epoch,
                        Json.write(message),
                        leaves ? "sending" : "waiting",
                        leaves ? 1 : 0,
                        now,
                        now)
                == 1;
        if (added && leaves) {
            transaction.afterwards(
                    () -> place.take(new OutboxRow(message.id(), conversation, epoch, message, false, 0, now, now)));
        } else if (ours) {
            transaction.afterwards(() -> tellOf(conversation));
        }
        return added;
    }

    private static boolean isAnythingOpen(Transaction transaction, ConversationId conversation) {
        return !transaction
                .list("select id from outbox " + OPEN, row -> row.getLong(1), conversation.toString())
                .isEmpty();
    }

    /** Lets what its speaker has said go out although the speaker has passed the conversation on. */
    void carry(Transaction transaction, ConversationId conversation, long from, long to) {
        transaction.update(
                "update outbox set epoch = ? where conversation = ? and epoch = ? and state in ('waiting', 'sending')",
                to,
                conversation.toString(),
                from);
    }

    /** The oldest row that is not settled. */
    Optional<OutboxRow> next(ConversationId conversation) {
        unseen.remove(conversation); // before the look, so that what comes meanwhile is told of
        return store.list(COLUMNS + OPEN, found -> row(conversation, found), conversation.toString()).stream()
                .findFirst();
    }

    /** Whether whoever said it still has the conversation, or has carried it on to who has. */
    boolean isCurrent(Queries queries, OutboxRow row) {
        return !queries.list(CURRENT, found -> found.getLong(1), row.id()).isEmpty();
    }

    /** Why what was said is not sent: they left or are not to be written to, or somebody else took over. */
    String whyNot(Queries queries, ConversationId conversation) {
        return queries
                .list(
                        "select exit_how from ownership where conversation = ? and " + SHUT,
                        found -> found.getString(1),
                        conversation.toString())
                .stream()
                .findFirst()
                .orElse("somebody else took over");
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
    Optional<String> hindrance(Transaction transaction, OutboxRow row, Limits limits) {
        return Windows.of(transaction, row.conversation(), limits).flatMap(allowance -> {
            if (allowance.until().isBefore(clock.instant())) {
                return Optional.of("the platform's window is closed: they wrote too long ago");
            }
            return allowance.calls() == 0
                    ? Optional.of(
                            Wording.of("the platform's %s messages after their last one are used up", limits.quota())
                                    .toString())
                    : Optional.empty();
        });
    }

    void sending(Transaction transaction, OutboxRow row) {
        transaction.update(SENDING, row.id());
    }

    /** Lets it wait as before: it was to be sent and was not. */
    void unsent(Transaction transaction, OutboxRow row) {
        transaction.update(
                "update outbox set state = 'waiting', attempts = attempts - 1 where outbound_id = ?", row.id());
    }

    /** Over, one way or another; nothing is noted where it was over already. */
    void settle(Transaction transaction, OutboxRow row, State became, @Nullable String why) {
        if (transaction.update("delete from outbox where outbound_id = ?", row.id()) == 1) {
            journal(transaction, row, became, why);
        }
    }

    /** Nothing that waits is said any more. What is on its way may have arrived, and is settled as it comes. */
    void withhold(Transaction transaction, ConversationId conversation, String why) {
        transaction
                .list(WAITING, found -> row(conversation, found), conversation.toString())
                .forEach(row -> settle(transaction, row, State.WITHHELD, why));
    }

    /** Not to be sent until a person has looked at it. */
    void putAside(Transaction transaction, OutboxRow row, String state, State became, String why) {
        transaction.update(CHANGE, state, row.dueAt(), why, row.id());
        journal(transaction, row, became, why);
    }

    /** Surely not taken: comes back later. The journal notes the first time only. */
    void postpone(Transaction transaction, OutboxRow row, Instant due, String why) {
        transaction.update(CHANGE, "waiting", due, why, row.id());
        if (row.attempts() == 0) {
            journal(transaction, row, State.POSTPONED, why);
        }
    }

    /** Perhaps taken: comes back later, and each time is noted. */
    void doubt(Transaction transaction, OutboxRow row, Instant due, String why) {
        transaction.update(CHANGE, "waiting", due, why, row.id());
        journal(
                transaction,
                row,
                State.IN_DOUBT,
                Wording.of("%s; will be said again", why).toString());
    }

    private void journal(Transaction transaction, OutboxRow row, State became, @Nullable String why) {
        journal.append(transaction, new Happening.Settled(row.conversation(), clock.instant(), row.id(), became, why));
    }

    private static OutboxRow row(ConversationId conversation, ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getString(1),
                conversation,
                row.getLong(2),
                Json.readable(row.getString(3), Outbound.class).orElse(null),
                row.getString(4).equals("sending"),
                row.getInt(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
