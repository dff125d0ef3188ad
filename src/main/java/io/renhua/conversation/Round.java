package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Once through everything that waits, in bites: there may be more of it than memory, and hands, would hold. The words that are
 * to be sent come first, then the messages that are to be answered, the oldest of each before the others. Not safe to share.
 */
final class Round {
    private static final String WORDS =
            "select id, conversation from outbox where state in ('waiting', 'sending') and id > ? order by id limit ?";

    /** The oldest first. */
    static final String MESSAGES =
            "select id, conversation from inbox where state = 'waiting' and id > ? order by id limit ?";

    private final Store store;
    private final int bite;
    private final Consumer<List<ConversationId>> taker;
    private final Deque<String> left = new ArrayDeque<>(List.of(WORDS, MESSAGES));
    private long after;

    /** @param taker is given the conversations of each bite, each once in it */
    Round(Store store, int bite, Consumer<List<ConversationId>> taker) {
        this.store = store;
        this.bite = bite;
        this.taker = taker;
    }

    private record Waiting(long id, String conversation) {}

    boolean isOver() {
        return left.isEmpty();
    }

    /** Goes on as long as there is room; whether it came to the end. What a bite throws leaves it where it was. */
    boolean go(BooleanSupplier hasRoom) {
        while (!isOver() && hasRoom.getAsBoolean()) {
            take(left.getFirst());
        }
        return isOver();
    }

    private void take(String query) {
        var some = store.list(query, row -> new Waiting(row.getLong(1), row.getString(2)), after, bite);
        taker.accept(some.stream()
                .map(Waiting::conversation)
                .distinct()
                .map(ConversationId::parse)
                .toList());
        if (some.size() < bite) {
            left.removeFirst();
            after = 0;
        } else {
            after = some.getLast().id();
        }
    }
}
