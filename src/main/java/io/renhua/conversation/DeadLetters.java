package io.renhua.conversation;

import io.renhua.conversation.DeadLetter.Kind;
import io.renhua.handoff.Desk;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Everything that was put aside, and the way back: who replays something lets it be tried anew, as the oldest of its
 * conversation. Words then go out as the conversation is now, whoever has it: somebody has looked and wants them said.
 */
public final class DeadLetters {
    private static final Pattern ID = Pattern.compile("(in|out)-(\\d{1,18})");
    private static final int MOST = 10_000;

    private static final String MESSAGES = """
            select 'in-' || id as letter, conversation, received_at as since, state,
              'its turn failed, or it cannot be read; the log says which' as why
            from inbox where state = 'dead'""";
    private static final String CALLS = """
            select 'out-' || id as letter, conversation, created_at as since, state, why
            from outbox where state in ('dead', 'doubt')""";

    private final Store store;
    private final Desk desk;
    private final Journal journal;
    private final Leases leases;
    private final Clock clock;
    private volatile Consumer<ConversationId> replayed = conversation -> {};

    public DeadLetters(Store store, Desk desk, Journal journal, Leases leases, Clock clock) {
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

    /** The oldest first. */
    public List<DeadLetter> list(int most) {
        return store.read(handle -> Stream.concat(letters(handle, MESSAGES, most), letters(handle, CALLS, most))
                .sorted(Comparator.comparing(DeadLetter::since))
                .limit(most)
                .toList());
    }

    private static Stream<DeadLetter> letters(Handle handle, String sql, int most) {
        return handle
                .createQuery(sql + " order by since limit :most")
                .bind("most", most)
                .map((rows, context) -> letter(rows))
                .list()
                .stream();
    }

    private static DeadLetter letter(ResultSet rows) throws SQLException {
        var id = rows.getString("letter");
        var kind = id.startsWith("in-")
                ? Kind.UNANSWERED
                : rows.getString("state").equals("doubt") ? Kind.IN_DOUBT : Kind.UNSENT;
        var why = rows.getString("why");
        return new DeadLetter(
                id,
                kind,
                ConversationId.parse(rows.getString("conversation")),
                rows.getObject("since", OffsetDateTime.class).toInstant(),
                why == null ? "" : why);
    }

    /** Lets one be tried anew; false when there is none of that id, or not any more: a second click does nothing. */
    public boolean replay(String id, String by) {
        var parts = ID.matcher(id);
        return parts.matches()
                && place(parts.group(1), Long.parseLong(parts.group(2)))
                        .map(conversation -> replay(conversation, parts.group(1), Long.parseLong(parts.group(2)), by))
                        .orElse(false);
    }

    /** Lets everything of a channel be tried anew; how many that were. */
    public int replayAll(String channel, String by) {
        return (int) list(MOST).stream()
                .filter(letter -> letter.conversation().channel().equals(channel))
                .filter(letter -> replay(letter.id(), by))
                .count();
    }

    private Optional<ConversationId> place(String kind, long id) {
        return store.read(handle -> handle.createQuery("select conversation from " + table(kind) + " where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .map(ConversationId::parse)
                .findOne());
    }

    private static String table(String kind) {
        return kind.equals("in") ? "inbox" : "outbox";
    }

    private boolean replay(ConversationId conversation, String kind, long id, String by) {
        return store.commit(conversation.toString(), transaction -> {
            boolean again = kind.equals("in")
                    ? again(
                            transaction,
                            "update inbox set state = 'waiting', attempts = 0 where id = ? and state = 'dead'",
                            id)
                    : againSaid(transaction, conversation, id);
            if (again) {
                journal.append(
                        transaction,
                        new Happening.Noted(conversation, clock.instant(), "replayed", kind + "-" + id + " by " + by));
                if (leases.claim(transaction, conversation)) {
                    transaction.afterwards(() -> replayed.accept(conversation));
                }
            }
            return again;
        });
    }

    private boolean againSaid(Transaction transaction, ConversationId conversation, long id) {
        return transaction
                        .handle()
                        .createUpdate("""
                                update outbox set state = 'waiting', attempts = 0, due_at = :now, created_at = :now, epoch = :epoch
                                where id = :id and state in ('dead', 'doubt')""")
                        .bind("now", clock.instant())
                        .bind("epoch", desk.ownerOf(transaction, conversation).epoch())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    private static boolean again(Transaction transaction, String update, long id) {
        return transaction.handle().execute(update, id) == 1;
    }
}
