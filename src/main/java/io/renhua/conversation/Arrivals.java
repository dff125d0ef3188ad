package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the inbox has taken and is still to be answered: in order, conversation by conversation. */
public final class Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private static final int BITE = 1000;

    private static final String WAITING = """
            select id, message, received_at, attempts from inbox
            where conversation = ? and state = 'waiting' and id > ? order by id limit ?""";

    private static final String FORGET = """
            delete from taken where (channel, message_id) in (
              select channel, message_id from taken where taken_at < ? order by taken_at limit ?)""";

    /** So many bubbles at most are one turn, and no two of them further apart. */
    private static final int IN_A_BREATH = 10;

    private static final Duration BREATH = Duration.ofSeconds(30);

    private final Store store;
    private final Clock clock;

    public Arrivals(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The oldest message of a conversation that is still to be answered, and with it what was sent in the same breath;
     * empty when none is left. A message that failed before comes alone. What cannot be read any more is put aside.
     */
    List<Arrival> next(ConversationId conversation) {
        var breath = new ArrayList<Arrival>();
        for (var kept : waiting(conversation)) {
            Arrival arrival;
            try {
                arrival = kept.arrival();
            } catch (IllegalArgumentException e) {
                LOG.error("message {} on {} cannot be read and is put aside", kept.id(), conversation.channel());
                store.write(conversation.toString(), transaction -> dead(transaction, kept.id()));
                return next(conversation);
            }
            if (!breath.isEmpty() && !together(breath.getLast(), arrival)) {
                break;
            }
            breath.add(arrival);
        }
        return List.copyOf(breath);
    }

    private List<Kept> waiting(ConversationId conversation) {
        return store.list(WAITING, Kept::of, conversation.toString(), 0L, IN_A_BREATH);
    }

    private static boolean together(Arrival one, Arrival next) {
        var pause = Duration.between(one.message().sentAt(), next.message().sentAt());
        return one.attempts() == 0 && next.attempts() == 0 && pause.compareTo(BREATH) <= 0;
    }

    private record Kept(long id, String message, Instant receivedAt, int attempts) {
        static Kept of(ResultSet row) throws SQLException {
            return new Kept(
                    row.getLong(1),
                    row.getString(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getInt(4));
        }

        Arrival arrival() {
            return new Arrival(id, Json.read(message, Inbound.class), receivedAt, attempts);
        }
    }

    /** Whether something came after a breath that is still to be answered with it. */
    boolean overtaken(Transaction transaction, List<Arrival> breath) {
        var last = breath.getLast();
        var conversation = last.message().conversation().toString();
        return breath.size() < IN_A_BREATH
                && transaction.list(WAITING, Kept::of, conversation, last.id(), 1).stream()
                        .anyMatch(next -> belongsTo(last, next));
    }

    private static boolean belongsTo(Arrival last, Kept next) {
        try {
            return together(last, next.arrival());
        } catch (IllegalArgumentException e) {
            return false; // it cannot be read, and is put aside in its turn
        }
    }

    /** Lets a message go that was handled, in the transaction that holds what came of it. */
    void done(Transaction transaction, Arrival arrival) {
        settled(transaction.update("delete from inbox where id = ? and state = 'waiting'", arrival.id()));
    }

    /** Puts a message aside that cannot be handled. */
    void dead(Transaction transaction, Arrival arrival) {
        dead(transaction, arrival.id());
    }

    private static void dead(Transaction transaction, long id) {
        settled(transaction.update("update inbox set state = 'dead' where id = ? and state = 'waiting'", id));
    }

    private static void settled(int rows) {
        if (rows != 1) {
            throw new LeaseLost(); // somebody else has settled it
        }
    }

    /** Counts a try that failed. */
    void failed(Transaction transaction, Arrival arrival) {
        transaction.update("update inbox set attempts = attempts + 1 where id = ?", arrival.id());
    }

    /** Drops some of the keys of messages taken longer ago than any platform delivers again; zero when none is left. */
    public int forget(Duration olderThan) {
        return store.commit(
                Housekeeping.LANE,
                transaction -> transaction.update(FORGET, clock.instant().minus(olderThan), BITE));
    }
}
