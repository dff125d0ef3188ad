package io.renhua.conversation;

import io.renhua.dialogue.DialogueState;
import io.renhua.message.ConversationId;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** What the persona remembers of each conversation. */
public final class States {
    private final Store store;
    private final Clock clock;

    public States(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public DialogueState load(ConversationId conversation) {
        return store.read(handle -> load(handle, conversation));
    }

    /** The same, as a transaction sees it. */
    DialogueState load(Transaction transaction, ConversationId conversation) {
        return load(transaction.handle(), conversation);
    }

    private static DialogueState load(Handle handle, ConversationId conversation) {
        return handle.createQuery("select state from dialogue_state where conversation = :conversation")
                .bind("conversation", conversation.toString())
                .mapTo(String.class)
                .findOne()
                .map(json -> Json.read(json, DialogueState.class))
                .orElse(DialogueState.NEW);
    }

    void save(Transaction transaction, ConversationId conversation, DialogueState state) {
        var updated = transaction
                .handle()
                .createUpdate(
                        "update dialogue_state set state = :state, updated_at = :now where conversation = :conversation")
                .bind("state", Json.write(state))
                .bind("now", clock.instant())
                .bind("conversation", conversation.toString())
                .execute();
        if (updated == 0) {
            transaction
                    .handle()
                    .createUpdate(
                            "insert into dialogue_state (conversation, state, updated_at) values (:conversation, :state, :now)")
                    .bind("conversation", conversation.toString())
                    .bind("state", Json.write(state))
                    .bind("now", clock.instant())
                    .execute();
        }
    }
}
