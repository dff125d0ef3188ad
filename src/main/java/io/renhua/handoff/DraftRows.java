package io.renhua.handoff;

import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Drafts as the store keeps them: the one that somebody writes, and the one that they have set aside. */
final class DraftRows {
    private static final String OF = "select * from draft where conversation = ? and login = ? and aside = ?";
    private static final String UNHEARD = """
            select * from draft where conversation = ? and login <> ? and not aside and not note and not passed_on
            order by written_at""";
    private static final String CHANGE = """
            update draft set words = ?, note = ?, seen = ?, written_at = ?, passed_on = (passed_on and words = ?)
            where conversation = ? and login = ? and not aside""";
    private static final String BEGIN = """
            insert into draft (words, note, seen, written_at, conversation, login, aside)
            values (?, ?, ?, ?, ?, ?, false)""";
    private static final String SET_ASIDE =
            "update draft set aside = true where conversation = ? and login = ? and not aside";
    private static final String PASSED_ON =
            "update draft set passed_on = true where conversation = ? and login <> ? and not note";
    private static final String DROP = "delete from draft where conversation = ? and login = ? and aside = ?";
    private static final String CLEAR = "delete from draft where conversation = ?";
    private static final String FORGET = """
            delete from draft where (conversation, login) in (
              select conversation, login from draft where written_at < ? limit ?) and written_at < ?""";

    private DraftRows() {}

    static Optional<Draft> of(Queries queries, ConversationId conversation, String login, boolean aside) {
        return queries.list(OF, DraftRows::draft, conversation.toString(), login, aside).stream()
                .findFirst();
    }

    /** Replies that others have begun, and nobody was told of. */
    static List<Draft> unheard(Transaction transaction, ConversationId conversation, String reader) {
        return transaction.list(UNHEARD, DraftRows::draft, conversation.toString(), reader);
    }

    static void put(Transaction transaction, ConversationId conversation, Draft draft) {
        var name = conversation.toString();
        int changed = transaction.update(
                CHANGE, draft.words(), draft.note(), draft.seen(), draft.at(), draft.words(), name, draft.login());
        if (changed == 0) {
            transaction.update(BEGIN, draft.words(), draft.note(), draft.seen(), draft.at(), name, draft.login());
        }
    }

    /** The one that was set aside before gives way to it. */
    static void setAside(Transaction transaction, ConversationId conversation, String login) {
        drop(transaction, conversation, login, true);
        transaction.update(SET_ASIDE, conversation.toString(), login);
    }

    static void drop(Transaction transaction, ConversationId conversation, String login, boolean aside) {
        transaction.update(DROP, conversation.toString(), login, aside);
    }

    /** All replies but the reader's own. */
    static void passedOn(Transaction transaction, ConversationId conversation, String reader) {
        transaction.update(PASSED_ON, conversation.toString(), reader);
    }

    static void clear(Transaction transaction, ConversationId conversation) {
        transaction.update(CLEAR, conversation.toString());
    }

    static int forget(Transaction transaction, Instant before, int most) {
        return transaction.update(FORGET, before, most, before);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("login"),
                row.getString("words"),
                row.getBoolean("note"),
                row.getLong("seen"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
