package io.renhua.conversation;

import io.renhua.action.Answer;
import io.renhua.action.Errand;
import io.renhua.dialogue.Move;
import io.renhua.dialogue.Performed;
import io.renhua.message.ConversationId;
import io.renhua.persona.Persona;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Actions as rows: set in the transaction that decides on them, so that none is done of which the conversation knows nothing. */
public final class ErrandRows {
    private static final String ADD = """
            insert into errand (id, conversation, step, errand, due_at, until_at) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private static final String DUE = """
            select id, conversation from errand where answer is null and due_at <= ? order by due_at limit ?""";

    private static final String OPEN =
            "select errand, attempts, due_at, until_at from errand where id = ? and answer is null";
    private static final String HOLD =
            "update errand set attempts = attempts + 1, due_at = ? where id = ? and due_at = ?";
    private static final String PUT_OFF =
            "update errand set due_at = ?, trouble = ? where id = ? and attempts = ? and answer is null";
    private static final String ANSWER = "update errand set answer = ? where id = ? and answer is null";
    private static final String ANSWERED = """
            select id, step, errand, answer, forgotten from errand where conversation = ? and answer is not null
            order by due_at, id""";
    private static final String FORGET = "update errand set forgotten = true where conversation = ?";

    private final Store store;
    private final Clock clock;
    private volatile BiConsumer<ConversationId, String> listener = (conversation, id) -> {};

    public ErrandRows(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Tells of each new errand once it is durable. */
    void onAdded(BiConsumer<ConversationId, String> told) {
        listener = told;
    }

    /** @param occasion what led to it: the same move of the same occasion is one errand */
    void add(
            Transaction transaction,
            ConversationId conversation,
            String occasion,
            Persona persona,
            String locale,
            Move.Perform perform) {
        var id = UUID.nameUUIDFromBytes(
                        (conversation + "\n" + occasion + "\n" + perform.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
        var action = persona.actions().get(perform.action());
        var errand = new Errand(
                id,
                persona.id(),
                perform.action(),
                conversation,
                locale,
                perform.given(),
                action == null ? Set.of() : action.numbers(),
                action == null ? null : action.unfit(perform.given()).orElse(null));
        var now = clock.instant();
        var until = now.plus(action == null ? Duration.ZERO : action.patience());
        transaction.update(ADD, id, conversation.toString(), perform.id(), Json.write(errand), now, until);
        transaction.afterwards(() -> listener.accept(conversation, id));
    }

    /** An errand that waits. */
    record Due(ConversationId conversation, String id) {}

    List<Due> due(int most) {
        return store.list(
                DUE, row -> new Due(ConversationId.parse(row.getString(2)), row.getString(1)), clock.instant(), most);
    }

    /**
     * Takes an errand to run it; empty when it is another's, or done.
     *
     * @param atLeast how long it is held, for another to run it if we do not come back
     */
    Optional<ErrandRow> hold(ConversationId conversation, String id, Duration atLeast) {
        return store.commit(
                conversation.toString(),
                transaction -> transaction.list(OPEN, Open::of, id).stream()
                        .findFirst()
                        .filter(open -> !open.due().isAfter(clock.instant()))
                        .filter(open ->
                                transaction.update(HOLD, open.holdUntil(clock.instant(), atLeast), id, open.due()) == 1)
                        .map(open ->
                                new ErrandRow(id, conversation, open.errand(), open.attempts() + 1, open.until())));
    }

    private record Open(@Nullable Errand errand, int attempts, Instant due, Instant until) {
        static Open of(ResultSet row) throws SQLException {
            return new Open(
                    Json.readable(row.getString(1), Errand.class).orElse(null),
                    row.getInt(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getObject(4, OffsetDateTime.class).toInstant());
        }

        Instant holdUntil(Instant now, Duration atLeast) {
            var end = now.isAfter(until) ? now : until;
            return end.plus(atLeast);
        }
    }

    /** Lets it be tried again, unless another has it by now. */
    void putOff(ErrandRow row, Instant until, String why) {
        store.write(
                row.conversation().toString(),
                transaction -> transaction.update(PUT_OFF, until, ActionFailures.brief(why), row.id(), row.attempts()));
    }

    /** Keeps what came of it; false when something had before. */
    boolean answer(Transaction transaction, ErrandRow row, Answer answer) {
        boolean first = transaction.update(ANSWER, Json.write(answer), row.id()) == 1;
        var errand = row.errand();
        if (first && errand != null) {
            switch (answer) {
                case Answer.Done _ -> {}
                case Answer.Failed(var why) ->
                    ActionFailures.note(transaction, errand.persona(), errand.action(), why, clock.instant());
                case Answer.Later(var why, var _) ->
                    ActionFailures.note(transaction, errand.persona(), errand.action(), why, clock.instant());
            }
        }
        return first;
    }

    /**
     * What came of an errand.
     *
     * @param errand null when it cannot be read any more
     * @param forgotten whether they asked to be forgotten meanwhile
     */
    record Back(String id, String step, @Nullable Errand errand, Performed performed, boolean forgotten) {
        static Back of(ResultSet row) throws SQLException {
            var answer = Json.readable(row.getString(4), Answer.class);
            return new Back(
                    row.getString(1),
                    row.getString(2),
                    Json.readable(row.getString(3), Errand.class).orElse(null),
                    answer.map(Back::performed).orElse(new Performed.Failed(DeadLetter.UNREADABLE)),
                    row.getBoolean(5));
        }

        private static Performed performed(Answer answer) {
            return switch (answer) {
                case Answer.Done(var result, var values) -> new Performed.Done(result, values);
                case Answer.Failed(var why) -> new Performed.Failed(why);
                case Answer.Later(var why, var after) -> new Performed.Failed(why);
            };
        }
    }

    /** Nobody waits any more for what was begun in a conversation. */
    void drop(Transaction transaction, ConversationId conversation) {
        transaction.update("delete from errand where conversation = ?", conversation.toString());
    }

    /** Nothing is remembered of what is under way in a conversation; what it does is done. */
    static void forget(Transaction transaction, ConversationId conversation) {
        transaction.update(FORGET, conversation.toString());
    }

    /** Takes what came back in a conversation, for it to be said. */
    List<Back> take(Transaction transaction, ConversationId conversation) {
        var back = transaction.list(ANSWERED, Back::of, conversation.toString());
        back.forEach(each -> transaction.update("delete from errand where id = ?", each.id()));
        return back;
    }
}
