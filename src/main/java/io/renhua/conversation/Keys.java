package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Instant;

/** Under what things come that may come again: each is taken once, for as long as its key is kept. */
final class Keys {
    private static final String TAKE =
            "insert into taken (channel, message_id, taken_at) values (?, ?, ?) on conflict do nothing";

    private Keys() {}

    /** False when it was taken before. */
    static boolean take(Transaction transaction, ConversationId conversation, String id, Instant now) {
        return transaction.update(TAKE, conversation.channel(), id, now) == 1;
    }
}
