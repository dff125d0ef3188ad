package io.renhua.conversation;

import io.renhua.dialogue.DialogueState;
import io.renhua.message.ConversationId;
import io.renhua.store.Json;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;

/** What the persona remembers of each conversation. */
public final class States {
    private static final String LOAD = "select state from dialogue_state where conversation = ?";
    private static final String CHANGE = "update dialogue_state set state = ?, updated_at = ? where conversation = ?";
    private static final String BEGIN = "insert into dialogue_state (state, updated_at, conversation) values (?, ?, ?)";

    private final Store store;
    private final Clock clock;

    public States(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public DialogueState load(ConversationId conversation) {
        return load(store, conversation);
    }

    /** The same, as a transaction sees it. */
    DialogueState load(Queries queries, ConversationId conversation) {
        return queries.list(LOAD, row -> row.getString(1), conversation.toString()).stream()
                .findFirst()
                .map(state -> Json.read(state, DialogueState.class))
                .orElse(DialogueState.NEW);
    }

    void save(Transaction transaction, ConversationId conversation, DialogueState state) {
        var written = Json.write(state);
        var now = clock.instant();
        if (transaction.update(CHANGE, written, now, conversation.toString()) == 0) {
            transaction.update(BEGIN, written, now, conversation.toString());
        }
    }
}
