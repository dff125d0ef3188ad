package io.renhua.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpgradeTest {
    private static final List<String> LEFT = List.of(
            "inbox dead",
            "inbox waiting",
            "outbox dead",
            "outbox doubt",
            "outbox sending",
            "outbox waiting",
            "state {}",
            "timer {}");

    @ParameterizedTest
    @EnumSource
    void keepsWhatIsInWorkAndTheKeysOfWhatIsOver(Database database, @TempDir Path folder) {
        var place = database == Database.H2 ? StoreSettings.inFolder(folder) : emptied(database.fresh());
        flyway(place).target("7").load().migrate();
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

    @ParameterizedTest
    @EnumSource
    void keepsWhatEveryVersionSinceTheEighthLeft(Database database) {
        var every = versions();
        for (var before : database == Database.H2 ? every : every.subList(every.size() - 1, every.size())) {
            var place = database == Database.H2 ? database.fresh() : emptied(database.fresh());
            try (var keeper = Jdbi.create(place.url(), place.user(), place.password())
                    .open()) { // what is in memory alone stays while somebody is there
                flyway(place).target(before).load().migrate();
                fill(keeper);
                try (var store = Store.open(place)) {
                    assertThat(left(store)).as("what version %s left", before).isEqualTo(LEFT);
                }
            }
        }
    }

    private static void fill(Handle handle) {
        for (var state : List.of("waiting", "dead")) {
            handle.execute("""
                    insert into inbox (channel, message_id, conversation, message, received_at, state)
                    values ('mo-line', ?, 'mo-line/U1', '{}', now(), ?)""", "m-" + state, state);
        }
        for (var state : List.of("waiting", "sending", "doubt", "dead")) {
            handle.execute("""
                    insert into outbox (outbound_id, conversation, epoch, message, state, due_at, created_at)
                    values (?, 'mo-line/U1', 0, '{}', ?, now(), now())""", "o-" + state, state);
        }
        handle.execute(
                "insert into dialogue_state (conversation, state, updated_at) values ('mo-line/U1', '{}', now())");
        handle.execute("""
                insert into timer (conversation, kind, alarm, due_at) values ('mo-line/U1', 'FormExpires', '{}', now())""");
    }

    private static List<String> left(Store store) {
        return texts(store, """
                select 'inbox ' || state from inbox union all select 'outbox ' || state from outbox
                union all select 'state ' || state from dialogue_state union all select 'timer ' || alarm from timer
                order by 1""");
    }

    /** Those after which somebody could have stopped, but the newest. */
    private static List<String> versions() {
        var all = Stream.of(flyway(Database.H2.fresh()).load().info().all())
                .map(migration -> migration.getVersion().getVersion())
                .filter(version -> Integer.parseInt(version) >= 8)
                .toList();
        return all.subList(0, all.size() - 1);
    }

    private static FluentConfiguration flyway(StoreSettings place) {
        return Flyway.configure(Store.class.getClassLoader()).dataSource(place.url(), place.user(), place.password());
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
