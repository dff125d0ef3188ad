package io.renhua.learning;

import io.renhua.learning.Bubble.Told;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** What was answered wrongly, as the store keeps it. */
final class WrongRows {
    private static final String LANE = "wrong answers";
    private static final String OF = "select * from wrong_answer where persona = ? order by seq desc";
    private static final String OVER = "select seq from wrong_answer where kept_until <= ?";
    private static final String FORGET = "delete from wrong_answer where kept_until <= ?";
    private static final String REMOVE = "delete from wrong_answer where seq = ?";
    private static final String ADD = """
            insert into wrong_answer (seq, conversation, at, person, persona, version, locale, words, confidence, band,
              answered, instead, told_by, kept_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Store store;

    WrongRows(Store store) {
        this.store = store;
    }

    /** The newest first. */
    List<Bubble> of(String persona) {
        return store.list(OF, WrongRows::bubble, persona);
    }

    /** Puts it in the place of what was said of the same answer before. */
    static void put(Transaction transaction, ConversationId conversation, Bubble bubble, Told told, Instant until) {
        transaction.update(REMOVE, bubble.seq());
        transaction.update(
                ADD,
                bubble.seq(),
                conversation.toString(),
                bubble.at(),
                bubble.person(),
                bubble.persona(),
                bubble.version(),
                bubble.locale(),
                bubble.words(),
                bubble.confidence(),
                bubble.band(),
                told.answered(),
                bubble.line(),
                told.by(),
                until);
    }

    /** What is kept no longer. */
    void forget(Instant now) {
        if (!store.list(OVER, row -> row.getLong(1), now).isEmpty()) {
            store.write(LANE, transaction -> transaction.update(FORGET, now));
        }
    }

    private static Bubble bubble(ResultSet row) throws SQLException {
        return new Bubble(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("person"),
                row.getString("persona"),
                row.getString("version"),
                row.getString("locale"),
                row.getString("words"),
                row.getDouble("confidence"),
                row.getString("band"),
                Aftermath.WRONG,
                row.getString("instead"),
                new Told(row.getString("answered"), row.getString("told_by")));
    }
}
