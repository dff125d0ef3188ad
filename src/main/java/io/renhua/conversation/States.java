package io.renhua.conversation;

import io.renhua.dialogue.DialogueState;
import io.renhua.message.ConversationId;
import io.renhua.people.Hallmarks;
import io.renhua.store.Json;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What the persona remembers of each conversation. */
public final class States {
    private static final String LOAD = "select state, version, updated_at from dialogue_state where conversation = ?";
    private static final String CHANGE = """
            update dialogue_state set state = ?, version = ?, updated_at = ? where conversation = ?""";
    private static final String BEGIN = """
            insert into dialogue_state (state, version, updated_at, conversation) values (?, ?, ?, ?)""";

    private final Store store;
    private final Hallmarks hallmarks;
    private final Clock clock;

    public States(Store store, Hallmarks hallmarks, Clock clock) {
        this.store = store;
        this.hallmarks = hallmarks;
        this.clock = clock;
    }

    /** By the usual hallmarks. */
    public States(Store store, Clock clock) {
        this(store, Hallmarks.usual(store, clock), clock);
    }

    Remembered load(ConversationId conversation) {
        return load(store, conversation);
    }

    /** The same, as a transaction sees it. */
    Remembered load(Queries queries, ConversationId conversation) {
        return queries.list(LOAD, States::remembered, conversation.toString()).stream()
                .findFirst()
                .orElse(Remembered.NOTHING);
    }

    private static Remembered remembered(ResultSet row) throws SQLException {
        return new Remembered(
                Json.read(row.getString(1), DialogueState.class),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }

    /** Nothing stays that was told before a moment: all of it, where they have not written since. */
    static void forget(Transaction transaction, ConversationId conversation, Instant before) {
        var id = conversation.toString();
        if (transaction.update("delete from dialogue_state where conversation = ? and updated_at < ?", id, before)
                == 0) {
            transaction.list(LOAD, row -> row.getString(1), id).stream()
                    .findFirst()
                    .ifPresent(kept -> forget(transaction, id, kept, before));
        }
    }

    /** Nothing stays that they told. */
    static void forget(Transaction transaction, ConversationId conversation) {
        var id = conversation.toString();
        transaction.list(LOAD, row -> row.getString(1), id).stream()
                .map(kept -> Json.readable(kept, DialogueState.class).orElse(DialogueState.NEW))
                .forEach(state -> put(transaction, id, state.forgetting()));
    }

    private static void put(Transaction transaction, String id, DialogueState state) {
        transaction.update("update dialogue_state set state = ? where conversation = ?", Json.write(state), id);
    }

    private static void forget(Transaction transaction, String id, String kept, Instant before) {
        var state = Json.readable(kept, DialogueState.class).orElse(DialogueState.NEW); // nobody can say what is in it
        var left = state.forgettingBefore(before);
        if (!left.equals(state) || state.equals(DialogueState.NEW)) {
            put(transaction, id, left);
        }
    }

    /** @param version of the persona that goes on with it */
    void save(Transaction transaction, ConversationId conversation, DialogueState state, @Nullable String version) {
        var written = Json.write(state);
        var now = clock.instant();
        if (transaction.update(CHANGE, written, version, now, conversation.toString()) == 0) {
            transaction.update(BEGIN, written, version, now, conversation.toString());
        }
        hallmarks.said(transaction, conversation, state.known());
    }
}
