package io.renhua.learning;

import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was not understood, as the store keeps it, and how far the journal has been followed for it. */
final class MissedBubbles {
    /** Raised whenever the same journal gives other rows: then all of them are made anew. */
    private static final int READING = 1;

    private final Store store;

    MissedBubbles(Store store) {
        this.store = store;
    }

    /** The newest first. */
    List<Bubble> of(String persona) {
        return store.read(
                handle -> handle.createQuery("select * from missed where persona = :persona order by seq desc")
                        .bind("persona", persona)
                        .map((rows, context) -> bubble(rows))
                        .list());
    }

    /** Where to go on in the journal; its beginning, when the rows are of another reading. */
    long until() {
        return store.read(handle -> handle.createQuery("select seq from missed_until where reading = :reading")
                .bind("reading", READING)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    void startOver(Transaction transaction) {
        transaction.handle().execute("delete from missed");
        transaction.handle().execute("delete from missed_until");
        transaction.handle().execute("insert into missed_until (reading, seq) values (?, 0)", READING);
    }

    /** Puts each in the place of what was thought of it before. */
    void put(Transaction transaction, Bubble bubble) {
        transaction.handle().execute("delete from missed where seq = ?", bubble.seq());
        transaction
                .handle()
                .createUpdate("""
                        insert into missed (seq, at, person, persona, version, locale, words, confidence, band, outcome, line)
                        values (:seq, :at, :person, :persona, :version, :locale, :words, :confidence, :band, :outcome, :line)""")
                .bind("seq", bubble.seq())
                .bind("at", bubble.at())
                .bind("person", bubble.person())
                .bind("persona", bubble.persona())
                .bind("version", bubble.version())
                .bind("locale", bubble.locale())
                .bind("words", bubble.words())
                .bind("confidence", bubble.confidence())
                .bind("band", bubble.band())
                .bind("outcome", bubble.after().name())
                .bind("line", bubble.line())
                .execute();
    }

    void followedTo(Transaction transaction, long seq) {
        transaction.handle().execute("update missed_until set seq = ? where reading = ?", seq, READING);
    }

    /** What is older than a persona keeps its chats. */
    void forget(Transaction transaction, String persona, Instant before) {
        transaction
                .handle()
                .createUpdate("delete from missed where persona = :persona and at < :before")
                .bind("persona", persona)
                .bind("before", before)
                .execute();
    }

    /** The oldest of every persona. */
    Map<String, Instant> oldest() {
        return store.read(handle -> handle.createQuery("select persona, min(at) as at from missed group by persona")
                .reduceRows(new HashMap<String, Instant>(), (oldest, row) -> {
                    oldest.put(row.getColumn("persona", String.class), row.getColumn("at", Instant.class));
                    return oldest;
                }));
    }

    private static Bubble bubble(ResultSet rows) throws SQLException {
        return new Bubble(
                rows.getLong("seq"),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                rows.getString("person"),
                rows.getString("persona"),
                rows.getString("version"),
                rows.getString("locale"),
                rows.getString("words"),
                rows.getDouble("confidence"),
                rows.getString("band"),
                Aftermath.valueOf(rows.getString("outcome")),
                rows.getString("line"));
    }
}
