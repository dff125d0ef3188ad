package io.renhua.retention;

import io.renhua.journal.Journal;
import io.renhua.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds rows of the journal by their age, channel by channel, a page at a time: what is not old is not read. */
final class Due {
    private static final int PAGE = 500;

    /** The whole row only where it is a picture or a sound that came in. */
    static final String ROWS = """
            select conversation, at, seq,
              case when kind = 'Received' and happening like '%"is":"Media"%' then happening end
            from journal
            where channel = ? and at >= ? and at < ? and (at > ? or seq > ?)
            order by channel, at, seq limit ?""";

    private final Store store;

    Due(Store store) {
        this.store = store;
    }

    /** @param media what happened, as it is kept, where it is a picture or a sound that came in */
    record Row(
            String conversation,
            Instant at,
            long seq,
            @Nullable String media) {
        private static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getLong(3),
                    row.getString(4));
        }
    }

    /** Every channel that anything is kept of, but for our own, in which nobody speaks. */
    List<String> channels() {
        return Journal.channels(store).stream()
                .filter(channel -> !channel.startsWith("_"))
                .toList();
    }

    /** Shows the rows of a stretch of time page by page, until the visitor has seen enough; false when it has. */
    boolean each(String channel, Span span, Predicate<List<Row>> visitor) {
        var at = span.from();
        long seq = -1;
        while (true) {
            var page = store.list(ROWS, Row::of, channel, at, span.to(), at, seq, PAGE);
            if (page.isEmpty()) {
                return true;
            }
            if (!visitor.test(page)) {
                return false;
            }
            at = page.getLast().at();
            seq = page.getLast().seq();
        }
    }
}
