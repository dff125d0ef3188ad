package io.renhua.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is not old is not read: over a million rows that would be felt. */
class DueTest {
    private final Store store = Database.H2.open();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void findsWhatIsOldByAnIndex() {
        assertThat(plan(Due.ROWS, "line", Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, -1L, 500))
                .contains("journal_age:", "channel = ?1")
                .contains("index sorted");
    }

    @Test
    void findsWhoSpokeLastByAnIndex() {
        assertThat(plan(PromiseBook.SPOKE_LAST, "line"))
                .contains("journal_age:", "channel = ?1")
                .contains("index sorted");
    }

    private String plan(String sql, Object... values) {
        return store.list("explain " + sql, row -> row.getString(1), values)
                .getFirst()
                .toLowerCase(Locale.ROOT);
    }
}
