package io.renhua.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpgradeTest {
    /** Making a PostgreSQL's tables takes a second each time, so only the last changes are tried on it. */
    private static final int LATELY = 45;

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
    void keepsWhatIsInWorkAndTheKeysOfWhatIsOver(Database database) {
        try (var old = OldStore.of(database, "7")) {
            for (var state : List.of("done", "waiting", "dead")) {
                old.execute("""
                        insert into inbox (channel, message_id, conversation, message, received_at, state)
                        values ('mo-line', ?, 'mo-line/U1', '{}', now(), ?)""", "m-" + state, state);
            }
            for (var state : List.of("sent", "refused", "withheld", "waiting", "sending", "doubt", "dead")) {
                old.execute("""
                        insert into outbox (outbound_id, conversation, epoch, message, state, due_at, created_at)
                        values (?, 'mo-line/U1', 0, '{}', ?, now(), now())""", "o-" + state, state);
            }

            try (var store = Store.open(old.place())) {
                assertThat(texts(store, "select state from inbox")).containsExactlyInAnyOrder("waiting", "dead");
                assertThat(texts(store, "select state from outbox"))
                        .containsExactlyInAnyOrder("waiting", "sending", "doubt", "dead");
                assertThat(texts(store, "select message_id from taken where channel = 'mo-line'"))
                        .hasSize(10)
                        .contains("m-done", "m-waiting", "o-sent", "o-waiting");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatEveryVersionSinceTheEighthLeft(Database database) {
        for (var before : versionsSince(database == Database.H2 ? 8 : LATELY)) {
            try (var old = OldStore.of(database, before)) {
                fill(old);
                try (var store = Store.open(old.place())) {
                    assertThat(left(store)).as("what version %s left", before).isEqualTo(LEFT);
                }
            }
        }
    }

    private static void fill(OldStore old) {
        for (var state : List.of("waiting", "dead")) {
            old.execute("""
                    insert into inbox (channel, message_id, conversation, message, received_at, state)
                    values ('mo-line', ?, 'mo-line/U1', '{}', now(), ?)""", "m-" + state, state);
        }
        for (var state : List.of("waiting", "sending", "doubt", "dead")) {
            old.execute("""
                    insert into outbox (outbound_id, conversation, epoch, message, state, due_at, created_at)
                    values (?, 'mo-line/U1', 0, '{}', ?, now(), now())""", "o-" + state, state);
        }
        old.execute("insert into dialogue_state (conversation, state, updated_at) values ('mo-line/U1', '{}', now())");
        old.execute("""
                insert into timer (conversation, kind, alarm, due_at) values ('mo-line/U1', 'FormExpires', '{}', now())""");
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoNumberWhoseWordIsGone(Database database) {
        try (var old = OldStore.of(database, "50")) {
            old.execute("""
                    insert into journal (at, conversation, channel, kind, happening)
                    values (now(), 'mo-line/U1', 'mo-line', 'Noted', '{}')""");
            old.execute("insert into searched_number (written, seq) select 'kept', seq from journal");
            old.execute("insert into searched_number (written, seq) select 'left', seq + 1 from journal");

            try (var store = Store.open(old.place())) {
                assertThat(texts(store, "select written from searched_number")).containsExactly("kept");
            }
        }
    }

    private static List<String> left(Store store) {
        return texts(store, """
                select 'inbox ' || state from inbox union all select 'outbox ' || state from outbox
                union all select 'state ' || state from dialogue_state union all select 'timer ' || alarm from timer
                order by 1""");
    }

    /** Those after which somebody could have stopped, but the newest. */
    private static List<String> versionsSince(int first) {
        var all = Stream.of(OldStore.flyway(Database.H2.fresh()).load().info().all())
                .map(migration -> migration.getVersion().getVersion())
                .filter(version -> Integer.parseInt(version) >= first)
                .toList();
        return all.subList(0, all.size() - 1);
    }

    private static List<String> texts(Store store, String query) {
        return store.list(query, row -> row.getString(1));
    }
}
