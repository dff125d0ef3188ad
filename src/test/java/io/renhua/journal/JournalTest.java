package io.renhua.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.ConversationId;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final Store store = Database.H2.open();
    private final Journal journal = new Journal(store);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatHappenedSinceAMomentStandsAfterThePlaceBeforeItWhateverTheChannel() {
        note("line", "before", -120);
        note("slack", "since", 5);
        note("line", "since", 10);
        note("wechat", "late", -1); // a clock that goes behind

        assertThat(journal.all(journal.before(NOON), 10))
                .extracting(entry -> ((Happening.Noted) entry.happening()).kind())
                .containsExactly("since", "since", "late");
    }

    @Test
    void nothingStandsAfterTheLastPlaceWhereNothingHappenedSince() {
        note("line", "before", -120);

        assertThat(journal.all(journal.before(NOON), 10)).isEmpty();
    }

    @Test
    void channelsAndMomentsAreFoundByAnIndex() {
        note("line", "one", 0);
        note("line", "two", 1);
        note("slack", "three", 2);

        assertThat(Journal.channels(store)).containsExactly("line", "slack");
        assertThat(plan(Journal.NEXT_CHANNEL, "")).contains("journal_age:", "channel > ?1", "index sorted");
        assertThat(plan(Journal.SINCE, "line", NOON)).contains("journal_age:", "channel = ?1", "index sorted");
    }

    private String plan(String sql, Object... values) {
        return store.list("explain " + sql, row -> row.getString(1), values)
                .getFirst()
                .toLowerCase(Locale.ROOT);
    }

    private void note(String channel, String kind, int seconds) {
        var conversation = new ConversationId(channel, "ming");
        store.write(
                conversation.toString(),
                transaction -> journal.append(
                        transaction, new Happening.Noted(conversation, NOON.plusSeconds(seconds), kind, "")));
    }
}
