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
import java.util.Objects;
import java.util.stream.Stream;

/** What the inbox has taken and is still to be answered: in order, conversation by conversation. */
public final class Arrivals {
    private static final int BITE = 1000;

    private static final String WAITING = """
            select id, message, received_at, attempts from inbox
            where conversation = ? and state = 'waiting' and id > ? order by id limit ?""";

    private static final String OLD =
            "select channel, message_id from taken where taken_at < ? order by taken_at limit ?";
    private static final String FORGET = "delete from taken where channel = ? and message_id = ?";

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
     * empty when none is left. A message that failed before, or cannot be read any more, comes alone. What our own side did
     * comes alone too, and first: whoever of us has answered is not to be answered beside.
     */
    List<Arrival> next(ConversationId conversation) {
        var waiting = store.list(WAITING, Arrivals::arrival, conversation.toString(), 0L, IN_A_BREATH);
        var echo = waiting.stream().filter(Arrival::isEcho).findFirst();
        if (echo.isPresent()) {
            return List.of(echo.get());
        }
        var breath = new ArrayList<Arrival>();
        for (var arrival : waiting) {
            if (!breath.isEmpty() && !together(breath.getLast(), arrival)) {
                break;
            }
            breath.add(arrival);
        }
        return List.copyOf(breath);
    }

    private static boolean together(Arrival one, Arrival next) {
        return isCompany(one)
                && isCompany(next)
                && one.message().person().id().equals(next.message().person().id())
                && Duration.between(one.message().sentAt(), next.message().sentAt())
                                .compareTo(BREATH)
                        <= 0;
    }

    private static boolean isCompany(Arrival arrival) {
        return arrival.isReadable()
                && arrival.attempts() == 0
                && arrival.message().echo() == null
                && !Farewells.isOne(arrival.message());
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        return new Arrival(
                row.getLong(1),
                Json.readable(row.getString(2), Inbound.class)
                        .filter(Arrivals::isWhole)
                        .orElse(null),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getInt(4));
    }

    /** A part that another version wrote under another name is missing, and no turn could begin. */
    private static boolean isWhole(Inbound said) {
        return Stream.of(said.id(), said.conversation(), said.person(), said.content(), said.sentAt())
                .allMatch(Objects::nonNull);
    }

    /**
     * Whether something came after a breath that is still to be answered with it, or somebody of our side has answered.
     *
     * @param isOver whether nothing more is waited for
     */
    boolean overtaken(Transaction transaction, List<Arrival> breath, boolean isOver) {
        var last = breath.getLast();
        var conversation = last.message().conversation().toString();
        boolean takesMore = !isOver && breath.size() < IN_A_BREATH;
        return transaction.list(WAITING, Arrivals::arrival, conversation, last.id(), 1).stream()
                .anyMatch(next -> next.isEcho() || (takesMore && together(last, next)));
    }

    /** Lets a message go that was handled, in the transaction that holds what came of it. */
    void done(Transaction transaction, Arrival arrival) {
        settled(transaction.update("delete from inbox where id = ? and state = 'waiting'", arrival.id()));
    }

    /** Puts a message aside that cannot be handled, and counts the try that showed it. */
    void dead(Transaction transaction, Arrival arrival, String why) {
        settled(transaction.update(
                "update inbox set state = 'dead', attempts = attempts + 1, why = ? where id = ? and state = 'waiting'",
                why,
                arrival.id()));
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
                transaction -> forget(transaction, clock.instant().minus(olderThan)));
    }

    /** Each by its own name: H2 goes through the whole table for a list of them. */
    private static int forget(Transaction transaction, Instant before) {
        var old = transaction.list(OLD, row -> new Key(row.getString(1), row.getString(2)), before, BITE);
        old.forEach(key -> transaction.update(FORGET, key.channel(), key.message()));
        return old.size();
    }

    private record Key(String channel, String message) {}
}
