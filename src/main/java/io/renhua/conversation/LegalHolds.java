package io.renhua.conversation;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which conversations must not leave yet: each for a reason, until a day, and noted in the conversation. */
public final class LegalHolds {
    /** The kind of note that somebody keeps it. */
    public static final String KEPT = "legal_hold";

    /** The kind of note that nobody does any more. */
    public static final String ENDED = "legal_hold_ended";

    private static final String OF = "select * from legal_hold where conversation = ? and until_at > ?";
    private static final String OVER = "select * from legal_hold where until_at <= ? order by until_at limit 100";
    private static final String REMOVE = "delete from legal_hold where conversation = ?";
    private static final String PUT = """
            insert into legal_hold (conversation, why, by_whom, at, until_at, erased_by) values (?, ?, ?, ?, ?, ?)""";

    private final Store store;
    private final Journal journal;
    private final Clock clock;

    public LegalHolds(Store store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** What holds a conversation now. */
    public Optional<LegalHold> of(ConversationId conversation) {
        return of(store, conversation);
    }

    private Optional<LegalHold> of(Queries queries, ConversationId conversation) {
        return of(queries, conversation, clock.instant());
    }

    /** What holds a conversation at a moment, as a transaction sees it. */
    public static Optional<LegalHold> of(Queries queries, ConversationId conversation, Instant now) {
        return queries.list(OF, LegalHolds::hold, conversation.toString(), now).stream()
                .findFirst();
    }

    /** Keeps a conversation, in the place of what kept it before; false when there is none. */
    public boolean keep(ConversationId conversation, String why, Instant until, String actor) {
        return store.commit(conversation.toString(), transaction -> {
            if (journal.last(transaction, conversation, 1).isEmpty()) {
                return false;
            }
            var before = of(transaction, conversation).map(LegalHold::erasedBy).orElse(null);
            put(transaction, new LegalHold(conversation, why, actor, clock.instant(), until, before));
            note(transaction, conversation, KEPT, why, actor);
            return true;
        });
    }

    /** Lets it go; false when nothing held it. */
    public boolean end(ConversationId conversation, String actor) {
        return store.commit(conversation.toString(), transaction -> {
            var held = of(transaction, conversation);
            held.ifPresent(hold -> {
                var now = clock.instant();
                put(transaction, new LegalHold(conversation, hold.why(), hold.by(), hold.at(), now, hold.erasedBy()));
                note(transaction, conversation, ENDED, hold.why(), actor);
            });
            return held.isPresent();
        });
    }

    /** Somebody is to be erased once it is over. */
    void eraseThen(Transaction transaction, LegalHold hold, String actor) {
        put(transaction, new LegalHold(hold.conversation(), hold.why(), hold.by(), hold.at(), hold.until(), actor));
    }

    /** Those that hold no more and were not seen to. */
    List<LegalHold> over() {
        return store.list(OVER, LegalHolds::hold, clock.instant());
    }

    /** It is seen to; nothing is done where it holds again. */
    void forget(LegalHold hold) {
        store.write(hold.conversation().toString(), transaction -> {
            if (of(transaction, hold.conversation()).isEmpty()) {
                transaction.update(REMOVE, hold.conversation().toString());
            }
        });
    }

    private static void put(Transaction transaction, LegalHold hold) {
        var id = hold.conversation().toString();
        transaction.update(REMOVE, id);
        transaction.update(PUT, id, hold.why(), hold.by(), hold.at(), hold.until(), hold.erasedBy());
    }

    private void note(
            Transaction transaction, ConversationId conversation, String kind, String why, @Nullable String actor) {
        journal.append(transaction, new Happening.Noted(conversation, clock.instant(), kind, why, actor));
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        return new LegalHold(
                ConversationId.parse(row.getString("conversation")),
                row.getString("why"),
                row.getString("by_whom"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("until_at", OffsetDateTime.class).toInstant(),
                row.getString("erased_by"));
    }
}
