package io.renhua.retention;

import io.renhua.conversation.Belongings;
import io.renhua.conversation.LegalHolds;
import io.renhua.conversation.Unfinished;
import io.renhua.journal.RelayPlace;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Lets words of one conversation go: in its lane, so that no turn is in the middle of it, and a few at a time with a rest after
 * each, so that nobody's turn waits long.
 */
final class Leaving {
    private static final int BITE = 200;

    private static final String PLACES = """
            select seq from journal where conversation = ? and at >= ? and at < ? order by conversation, seq limit ?""";

    private static final String OTHERS = "select seq from journal where conversation = ? limit 1";

    private final Store store;
    private final Unfinished unfinished;
    private final RelayPlace turn;

    /** @param turn whose it is to do this, among the nodes */
    Leaving(Store store, Unfinished unfinished, RelayPlace turn) {
        this.store = store;
        this.unfinished = unfinished;
        this.turn = turn;
    }

    /** What came of it. */
    enum Came {
        /** Nothing of that time is left. */
        LEFT,
        /** Somebody is at work in it. */
        STAYS,
        /** Somebody needs it until a day. */
        HELD,
        /** There is more. */
        GOES_ON,
        /** The turn is another node's. */
        CUT_OFF
    }

    /** @param words how many rows of the journal left */
    record Left(long words, Came came) {}

    /** All that was said in a stretch of time, and all that was made from it. */
    Left all(ConversationId conversation, Span over, Instant now) {
        long words = 0;
        while (true) {
            var bite = withRest(() ->
                    store.commit(conversation.toString(), transaction -> bite(transaction, conversation, over, now)));
            words += bite.words();
            if (bite.came() != Came.GOES_ON) {
                return new Left(words, bite.came());
            }
        }
    }

    /** Does a little, and rests for as long as that took. */
    static <T> T withRest(Supplier<T> little) {
        long begun = System.nanoTime();
        var came = little.get();
        LockSupport.parkNanos(System.nanoTime() - begun);
        return came;
    }

    private Left bite(Transaction transaction, ConversationId conversation, Span over, Instant now) {
        if (!turn.moved(transaction, 0)) {
            return new Left(0, Came.CUT_OFF);
        }
        if (LegalHolds.of(transaction, conversation, now).isPresent()) {
            return new Left(0, Came.HELD);
        }
        if (unfinished.isOpen(transaction, conversation)) {
            return new Left(0, Came.STAYS);
        }
        var id = conversation.toString();
        var places = transaction.list(PLACES, row -> row.getLong(1), id, over.from(), over.to(), BITE);
        if (!places.isEmpty()) {
            Belongings.leave(transaction, conversation, places);
        }
        if (places.size() == BITE) {
            return new Left(BITE, Came.GOES_ON);
        }
        if (transaction.list(OTHERS, row -> row.getLong(1), id).isEmpty()) {
            Belongings.leaveLast(transaction, conversation, now);
        } else {
            Belongings.leave(transaction, conversation, over.from(), over.to());
        }
        return new Left(places.size(), Came.LEFT);
    }
}
