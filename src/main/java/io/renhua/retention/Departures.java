package io.renhua.retention;

import io.renhua.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When what is kept no longer left, and how much that was: all that stays of it. */
public final class Departures {
    private static final String LANE = "departures";
    private static final int LONGEST_REMARK = 2_000;
    private static final String ADD = """
            insert into departure
              (began_at, ended_at, conversations, words, media, staying, held, overdue_since, remark)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String LAST = """
            select began_at, ended_at, conversations, words, media, staying, held, overdue_since, remark
            from departure order by id desc limit 1""";

    private final Store store;

    public Departures(Store store) {
        this.store = store;
    }

    /** The last that came to its end. */
    public Optional<Departure> last() {
        return store.list(LAST, Departures::departure).stream().findFirst();
    }

    void add(Instant began, Instant ended, Account account) {
        var remark = account.remark();
        store.write(
                LANE,
                transaction -> transaction.update(
                        ADD,
                        began.truncatedTo(ChronoUnit.MICROS),
                        ended.truncatedTo(ChronoUnit.MICROS),
                        account.conversations(),
                        account.words(),
                        account.media(),
                        account.staying(),
                        account.held(),
                        account.overdueSince().orElse(null),
                        remark.substring(0, Math.min(remark.length(), LONGEST_REMARK))));
    }

    private static Departure departure(ResultSet row) throws SQLException {
        var overdue = row.getObject(8, OffsetDateTime.class);
        return new Departure(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                overdue == null ? null : overdue.toInstant(),
                row.getString(9));
    }
}
