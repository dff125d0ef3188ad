package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.ConversationId;
import io.renhua.people.Profiles;
import io.renhua.store.Database;
import io.renhua.store.Store;
import io.renhua.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The move to a PostgreSQL as somebody types it. */
class MigrateStoreTest {
    private static final Noted NOTED =
            new Noted(new ConversationId("mo-line", "U1"), Instant.parse("2026-11-23T04:00:00Z"), "test", "說人話");

    private static final Map<String, String> KNOWN = Map.of("title", "陳小姐");

    @TempDir
    private Path data;

    private final StoreSettings target = Database.POSTGRESQL.fresh();

    @Test
    void saysWhatItMovedAndDoesItOnce() throws Exception {
        try (var store = Store.open(StoreSettings.inFolder(data))) {
            var journal = new Journal(store);
            store.write(NOTED.conversation().toString(), transaction -> journal.append(transaction, NOTED));
            var profiles = profiles(store);
            store.write(transaction -> profiles.learn(transaction, NOTED.conversation(), KNOWN));
        }

        assertThat(says(0, target.url()))
                .containsPattern(" 1 rows, checksum [0-9a-f]{16}  journal\n")
                .containsPattern(" 1 rows, checksum [0-9a-f]{16}  person_fact\n")
                .containsPattern(" 0 rows, checksum 0{16}  outbox\n")
                .contains("Everything is in the PostgreSQL now");
        assertThat(says(1, target.url())).contains("holds data already, in journal, own_key, person_fact.");

        try (var store = Store.open(target)) {
            assertThat(new Journal(store).all(0, 10))
                    .extracting(JournalEntry::happening)
                    .containsExactly(NOTED);
            assertThat(profiles(store).of(NOTED.conversation()).facts()).isEqualTo(KNOWN);
        }
    }

    @Test
    void asksForAPlaceToMoveTo() throws Exception {
        assertThat(says(1, "")).contains("renhua.store.url names no PostgreSQL to move to, such as jdbc:postgresql://");
    }

    private static Profiles profiles(Store store) {
        return new Profiles(store, new Journal(store), Clock.systemUTC());
    }

    private String says(int code, String url) throws InterruptedException {
        var settings = Map.of("renhua.data", data.toString());
        var place = Map.of("RENHUA_STORE_URL", url, "RENHUA_STORE_PASSWORD", "postgres");
        try (var command = ServerProcess.run("migrate-store", Path.of("").toAbsolutePath(), place, settings)) {
            assertThat(command.exit()).as(command.output()).isEqualTo(code);
            assertThat(command.output()).doesNotContain("\tat ", "Exception");
            return command.output();
        }
    }
}
