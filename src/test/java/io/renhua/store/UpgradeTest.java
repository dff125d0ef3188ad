package io.renhua.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpgradeTest {
    @ParameterizedTest
    @EnumSource
    void keepsWhatIsInWorkAndTheKeysOfWhatIsOver(Database database, @TempDir Path folder) {
        var place = database == Database.H2 ? StoreSettings.inFolder(folder) : emptied(database.fresh());
        Flyway.configure(Store.class.getClassLoader())
                .dataSource(place.url(), place.user(), place.password())
                .target("7")
                .load()
                .migrate();
        Jdbi.create(place.url(), place.user(), place.password()).useHandle(handle -> {
            for (var state : List.of("done", "waiting", "dead")) {
                handle.execute("""
                        insert into inbox (channel, message_id, conversation, message, received_at, state)
                        values ('mo-line', ?, 'mo-line/U1', '{}', now(), ?)""", "m-" + state, state);
            }
            for (var state : List.of("sent", "refused", "withheld", "waiting", "sending", "doubt", "dead")) {
                handle.execute("""
                        insert into outbox (outbound_id, conversation, epoch, message, state, due_at, created_at)
                        values (?, 'mo-line/U1', 0, '{}', ?, now(), now())""", "o-" + state, state);
            }
        });

        try (var store = Store.open(place)) {
            assertThat(texts(store, "select state from inbox")).containsExactlyInAnyOrder("waiting", "dead");
            assertThat(texts(store, "select state from outbox"))
                    .containsExactlyInAnyOrder("waiting", "sending", "doubt", "dead");
            assertThat(texts(store, "select message_id from taken where channel = 'mo-line'"))
                    .hasSize(10)
                    .contains("m-done", "m-waiting", "o-sent", "o-waiting");
        }
    }

    private static StoreSettings emptied(StoreSettings place) {
        Jdbi.create(place.url(), place.user(), place.password())
                .useHandle(handle -> handle.execute("drop schema public cascade; create schema public"));
        return place;
    }

    private static List<String> texts(Store store, String query) {
        return store.list(query, row -> row.getString(1));
    }
}
