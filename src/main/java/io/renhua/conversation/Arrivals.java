package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
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
                store.write(conversation.toString(), transaction -> settle(transaction, kept.id(), "dead"));
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
        return store.read(handle -> handle.createQuery("""
                        select id, message, received_at, attempts from inbox
                        where conversation = :conversation and state = 'waiting' order by id limit :most""")
                .bind("conversation", conversation.toString())
                .bind("most", IN_A_BREATH)
                .map((rows, context) -> new Kept(
                        rows.getLong("id"),
                        rows.getString("message"),
                        rows.getObject("received_at", OffsetDateTime.class).toInstant(),
                        rows.getInt("attempts")))
                .list());
    }

    private static boolean together(Arrival one, Arrival next) {
        var pause = Duration.between(one.message().sentAt(), next.message().sentAt());
        return one.attempts() == 0 && next.attempts() == 0 && pause.compareTo(BREATH) <= 0;
    }

    private record Kept(long id, String message, Instant receivedAt, int attempts) {
        Arrival arrival() {
            return new Arrival(id, Json.read(message, Inbound.class), receivedAt, attempts);
        }
    }

    /** Whether something came after a breath that is still to be answered with it. */
    boolean overtaken(Transaction transaction, List<Arrival> breath) {
        return transaction
                .handle()
                .createQuery("""
                        select 1 from inbox
                        where conversation = :conversation and state = 'waiting' and id > :last limit 1""")
                .bind("conversation", breath.getLast().message().conversation().toString())
                .bind("last", breath.getLast().id())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Notes that a message was handled, in the transaction that holds what came of it. */
    void done(Transaction transaction, Arrival arrival) {
        settle(transaction, arrival.id(), "done");
    }

    /** Puts a message aside that cannot be handled. */
    void dead(Transaction transaction, Arrival arrival) {
        settle(transaction, arrival.id(), "dead");
    }

    /** Counts a try that failed. */
    void failed(Transaction transaction, Arrival arrival) {
        transaction
                .handle()
                .createUpdate("update inbox set attempts = attempts + 1 where id = :id")
                .bind("id", arrival.id())
                .execute();
    }

    private static void settle(Transaction transaction, long id, String state) {
        int settled = transaction
                .handle()
                .createUpdate("update inbox set state = :state where id = :id and state = 'waiting'")
                .bind("state", state)
                .bind("id", id)
                .execute();
        if (settled != 1) {
            throw new LeaseLost(); // somebody else has settled it
        }
    }

    /** Drops some of the keys of messages handled longer ago than any platform delivers again; zero when none is left. */
    public int forget(Duration olderThan) {
        return store.commit(
                Housekeeping.LANE,
                transaction -> transaction
                        .handle()
                        .createUpdate("""
                        delete from inbox where id in (
                          select id from inbox where state = 'done' and received_at < :before order by id limit :bite)""")
                        .bind("before", clock.instant().minus(olderThan))
                        .bind("bite", BITE)
                        .execute());
    }
}
