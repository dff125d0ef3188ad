package io.renhua.server;

import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Up to where each agent has read each conversation, as a place in the journal; on every device of theirs. */
@Singleton
final class ReadMarks {
    private static final String BEGIN =
            "insert into read_mark (login, conversation, seq) values (?, ?, 0) on conflict do nothing";

    private static final String MOVE = "update read_mark set seq = ? where login = ? and conversation = ? and seq < ?";

    private final Store store;

    ReadMarks(Store store) {
        this.store = store;
    }

    /** Of those that the agent ever read. */
    Map<ConversationId, Long> of(String login, Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        var names = conversations.stream().map(ConversationId::toString).toList();
        return store.read(handle -> handle
                .createQuery(
                        "select conversation, seq from read_mark where login = :login and conversation in (<names>)")
                .bind("login", login)
                .bindList("names", names)
                .map((rows, context) ->
                        Map.entry(ConversationId.parse(rows.getString("conversation")), rows.getLong("seq")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** 0 where they never read anything. */
    long of(String login, ConversationId conversation) {
        return store
                .list(
                        "select seq from read_mark where login = ? and conversation = ?",
                        row -> row.getLong(1),
                        login,
                        conversation.toString())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** They have read up to a place. What was read stays read: an earlier place, of a slower device, moves nothing. */
    void read(String login, ConversationId conversation, long seq) {
        if (seq <= of(login, conversation)) {
            return;
        }
        store.write(transaction -> {
            transaction.update(BEGIN, login, conversation.toString());
            transaction.update(MOVE, seq, login, conversation.toString(), seq);
        });
    }
}
