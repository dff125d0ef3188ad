package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Once through everything that waits, in bites: there may be more of it than memory, and hands, would hold. The words that are
 * to be sent come first, then the messages that are to be answered, the oldest of each before the others. What comes meanwhile
 * is left to the next one, so that this one ends, however fast more comes. Not safe to share.
 */
final class Round {
    /** What is put aside is passed over here and not there, so that no more is read than a bite, whatever lies before it. */
    static final String WORDS = "select id, conversation, state in ('waiting', 'sending') from outbox"
            + " where id > ? and id <= ? order by id limit ?";

    /** The oldest first. */
    static final String MESSAGES = "select id, conversation, true from inbox"
            + " where state = 'waiting' and id > ? and id <= ? order by state, id limit ?";

    private static final List<Part> PARTS = List.of(
            new Part("select coalesce(max(id), 0) from outbox", WORDS),
            new Part("select coalesce(max(id), 0) from inbox", MESSAGES));

    private final Store store;
    private final int bite;
    private final Consumer<List<ConversationId>> taker;
    private final Deque<Part> left = new ArrayDeque<>(PARTS);
    private @Nullable Stretch stretch;

    /** @param taker is given the conversations of each bite, each once in it */
    Round(Store store, int bite, Consumer<List<ConversationId>> taker) {
        this.store = store;
        this.bite = bite;
        this.taker = taker;
    }

    /** What waits of one kind. */
    private record Part(String end, String rows) {}

    /** Where a part goes on, and where it ends. */
    private record Stretch(long after, long end) {}

    private record Row(long id, String conversation, boolean waits) {}

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

    /** Goes on for so many rows, and a bite at most beyond them: however much there is. */
    void go(int rows) {
        for (int read = 0; !isOver() && read < rows; ) {
            read += take(left.getFirst());
        }
    }

    /** How many rows it read. */
    private int take(Part part) {
        var here = stretch == null ? new Stretch(0, end(part)) : stretch;
        var some = store.list(
                part.rows(),
                row -> new Row(row.getLong(1), row.getString(2), row.getBoolean(3)),
                here.after(),
                here.end(),
                bite);
        taker.accept(some.stream()
                .filter(Row::waits)
                .map(Row::conversation)
                .distinct()
                .map(ConversationId::parse)
                .toList());
        if (some.size() < bite) {
            left.removeFirst();
            stretch = null;
        } else {
            stretch = new Stretch(some.getLast().id(), here.end());
        }
        return some.size();
    }

    private long end(Part part) {
        return store.list(part.end(), row -> row.getLong(1)).getFirst();
    }
}
