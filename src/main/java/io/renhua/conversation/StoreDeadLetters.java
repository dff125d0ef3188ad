package io.renhua.conversation;

import io.renhua.conversation.DeadLetter.Kind;
import io.renhua.handoff.Desk;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Outbound;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In the store: the rows of inbox and outbox that are dead, and calls held because they are in doubt. */
public final class StoreDeadLetters implements DeadLetters {
    private static final String MESSAGE = "in-";
    private static final String CALL = "out-";
    private static final int BATCH = 100;

    // as in Backlog, every column of the index is named
    private static final String MESSAGES = """
            select id, conversation, message, state, attempts, received_at as since, why
            from inbox where state = 'dead' order by state, id limit :most""";

    private static final String CALLS = """
            select id, conversation, message, state, attempts, created_at as since, why
            from outbox where state = :state order by state, due_at limit :most""";

    private final Store store;
    private final Desk desk;
    private final Journal journal;
    private final Leases leases;
    private final Clock clock;
    private volatile Consumer<ConversationId> replayed = conversation -> {};

    public StoreDeadLetters(Store store, Desk desk, Journal journal, Leases leases, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.journal = journal;
        this.leases = leases;
        this.clock = clock;
    }

    /** Whom to tell that a conversation of ours has something to do again. */
    void onReplay(Consumer<ConversationId> listener) {
        replayed = listener;
    }

    @Override
    public List<DeadLetter> list(int most) {
        return store.read(handle -> {
            var letters = new ArrayList<DeadLetter>();
            letters.addAll(handle.createQuery(MESSAGES)
                    .bind("most", most)
                    .map((rows, context) -> letter(rows, MESSAGE, Kind.UNANSWERED))
                    .list());
            for (var state : List.of("dead", "doubt")) {
                letters.addAll(handle.createQuery(CALLS)
                        .bind("state", state)
                        .bind("most", most)
                        .map((rows, context) -> letter(rows, CALL, state.equals("dead") ? Kind.UNSENT : Kind.IN_DOUBT))
                        .list());
            }
            return letters.stream()
                    .sorted(Comparator.comparing(DeadLetter::since))
                    .limit(most)
                    .toList();
        });
    }

    private static DeadLetter letter(ResultSet rows, String table, Kind kind) throws SQLException {
        var message = rows.getString("message");
        return new DeadLetter(
                table + rows.getLong("id"),
                kind,
                ConversationId.parse(rows.getString("conversation")),
                rows.getObject("since", OffsetDateTime.class).toInstant(),
                table.equals(MESSAGE) ? said(message) : ours(message),
                rows.getString("why"),
                rows.getInt("attempts"));
    }

    private static @Nullable String said(String message) {
        return Json.readable(message, Inbound.class)
                .map(inbound -> inbound.content().asText())
                .orElse(null); // that may be why it lies here
    }

    private static @Nullable String ours(String message) {
        return Json.readable(message, Outbound.class)
                .map(call -> call.bubbles().stream().map(Content::asText).collect(Collectors.joining("\n")))
                .orElse(null); // that may be why it lies here
    }

    @Override
    public boolean replay(String id, String by) {
        return decide(id, (transaction, place) -> replay(transaction, place, by));
    }

    @Override
    public boolean discard(String id, String by) {
        return decide(id, (transaction, place) -> discard(transaction, place, by));
    }

    @Override
    public int replayAll(String channel, String by) {
        int all = 0;
        var places = waiting(channel); // once, or what is put aside anew would come round for ever
        for (int from = 0; from < places.size(); from += BATCH) {
            var some = places.subList(from, Math.min(places.size(), from + BATCH));
            all += store.commit(
                    some.stream().map(Place::conversation).distinct().toList(), transaction -> (int) some.stream()
                            .filter(place -> replay(transaction, place, by))
                            .count());
        }
        return all;
    }

    private interface Decision {
        boolean make(Transaction transaction, Place place);
    }

    private boolean decide(String id, Decision decision) {
        return place(id)
                .filter(place -> store.commit(place.conversation(), transaction -> decision.make(transaction, place)))
                .isPresent();
    }

    private boolean replay(Transaction transaction, Place place, String by) {
        var conversation = ConversationId.parse(place.conversation());
        boolean taken =
                place.isMessage() ? messageAgain(transaction, place) : callAgain(transaction, place, conversation);
        if (taken) {
            note(transaction, place, "replayed", State.POSTPONED, by);
            if (leases.claim(transaction, conversation)) {
                transaction.afterwards(() -> replayed.accept(conversation));
            }
        }
        return taken;
    }

    private static boolean messageAgain(Transaction transaction, Place place) {
        return transaction
                        .handle()
                        .createUpdate(
                                "update inbox set state = 'waiting', attempts = 0, why = null where id = :id and state = 'dead'")
                        .bind("id", place.id())
                        .execute()
                == 1;
    }

    /** In the epoch of whoever has the conversation now, and with another day to arrive. */
    private boolean callAgain(Transaction transaction, Place place, ConversationId conversation) {
        return transaction
                        .handle()
                        .createUpdate("""
                                update outbox set state = 'waiting', attempts = 0, epoch = :epoch, due_at = :now,
                                  created_at = :now, why = null
                                where id = :id and state in ('dead', 'doubt')""")
                        .bind("epoch", desk.ownerOf(transaction, conversation).epoch())
                        .bind("now", clock.instant())
                        .bind("id", place.id())
                        .execute()
                == 1;
    }

    private boolean discard(Transaction transaction, Place place, String by) {
        boolean gone = transaction
                        .handle()
                        .createUpdate(
                                place.isMessage()
                                        ? "delete from inbox where id = :id and state = 'dead'"
                                        : "delete from outbox where id = :id and state in ('dead', 'doubt')")
                        .bind("id", place.id())
                        .execute()
                == 1;
        if (gone) {
            note(transaction, place, "discarded", State.REFUSED, by);
        }
        return gone;
    }

    private void note(Transaction transaction, Place place, String what, State became, String by) {
        var conversation = ConversationId.parse(place.conversation());
        var now = clock.instant();
        journal.append(
                transaction,
                place.outboundId() == null
                        ? new Happening.Noted(conversation, now, what, MESSAGE + place.id() + " by " + by)
                        : new Happening.Settled(conversation, now, place.outboundId(), became, what + " by " + by));
    }

    /** @param outboundId the call's; null for a message */
    private record Place(
            long id, String conversation, @Nullable String outboundId) {
        boolean isMessage() {
            return outboundId == null;
        }
    }

    private Optional<Place> place(String id) {
        return number(id)
                .flatMap(number -> store.read(handle -> handle.createQuery(
                                id.startsWith(MESSAGE)
                                        ? "select id, conversation, null as outbound_id from inbox where id = :id"
                                        : "select id, conversation, outbound_id from outbox where id = :id")
                        .bind("id", number)
                        .map((rows, context) -> place(rows))
                        .findOne()));
    }

    private static Optional<Long> number(String id) {
        return Optional.of(id)
                .filter(text -> text.matches("(in|out)-[0-9]{1,18}"))
                .map(text -> Long.valueOf(text.substring(text.indexOf('-') + 1)));
    }

    private List<Place> waiting(String channel) {
        return store.read(handle -> {
            var places = new ArrayList<Place>();
            places.addAll(handle.createQuery("""
                            select id, conversation, null as outbound_id from inbox
                            where state = 'dead' and channel = :channel order by state, id""")
                    .bind("channel", channel)
                    .map((rows, context) -> place(rows))
                    .list());
            places.addAll(handle.createQuery("""
                            select id, conversation, outbound_id from outbox
                            where state = 'dead'
                              and substring(conversation from 1 for position('/' in conversation) - 1) = :channel
                            order by id""")
                    .bind("channel", channel)
                    .map((rows, context) -> place(rows))
                    .list());
            return places;
        });
    }

    private static Place place(ResultSet rows) throws SQLException {
        return new Place(rows.getLong("id"), rows.getString("conversation"), rows.getString("outbound_id"));
    }

    /** The store belongs to whoever opened it. */
    @Override
    public void close() {}
}
