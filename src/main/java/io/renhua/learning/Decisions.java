package io.renhua.learning;

import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/** What was decided, by whom and when; never changed afterwards. */
final class Decisions {
    private final Store store;

    Decisions(Store store) {
        this.store = store;
    }

    /** In the order in which they were made. */
    List<Decision> of(String persona) {
        return store.read(
                handle -> handle.createQuery("select * from missed_decision where persona = :persona order by id")
                        .bind("persona", persona)
                        .map((rows, context) -> decision(rows))
                        .list());
    }

    void add(List<Decision> decisions) {
        store.write(transaction -> decisions.forEach(decision -> add(transaction, decision)));
    }

    private static void add(Transaction transaction, Decision decision) {
        transaction
                .handle()
                .createUpdate("""
                        insert into missed_decision (persona, words, verdict, line, decided_by, at)
                        values (:persona, :words, :verdict, :line, :by, :at)""")
                .bind("persona", decision.persona())
                .bind("words", decision.words())
                .bind("verdict", decision.verdict().name())
                .bind("line", decision.line())
                .bind("by", decision.by())
                .bind("at", decision.at())
                .execute();
    }

    private static Decision decision(ResultSet rows) throws SQLException {
        return new Decision(
                rows.getString("persona"),
                rows.getString("words"),
                Decision.Verdict.valueOf(rows.getString("verdict")),
                rows.getString("line"),
                rows.getString("decided_by"),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
