package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renhua.conversation.Backlog.Pile;
import io.renhua.store.Database;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BacklogTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final String LINE = "pao-line";
    private static final String SLACK = "pao-slack";

    @ParameterizedTest
    @EnumSource
    void countsWhatIsOpenByChannelAndState(Database database) {
        try (var store = database.open()) {
            message(store, LINE, "waiting", NOON);
            message(store, LINE, "waiting", NOON.minusSeconds(90));
            message(store, SLACK, "waiting", NOON.minusSeconds(5));
            message(store, SLACK, "dead", NOON.minusSeconds(500));
            message(store, SLACK, "done", NOON.minusSeconds(900));
            call(store, LINE, "waiting", NOON.minusSeconds(7));
            call(store, LINE, "sending", NOON.minusSeconds(8));
            call(store, SLACK, "doubt", NOON.minusSeconds(9));
            call(store, SLACK, "dead", NOON.minusSeconds(99));
            call(store, SLACK, "sent", NOON.minusSeconds(900));
            call(store, SLACK, "refused", NOON.minusSeconds(900));
            call(store, SLACK, "withheld", NOON.minusSeconds(900));

            var piles = new Backlog(store).count();

            assertThat(piles.messages())
                    .containsExactlyInAnyOrder(
                            new Pile(LINE, "waiting", 2, NOON.minusSeconds(90)),
                            new Pile(SLACK, "waiting", 1, NOON.minusSeconds(5)),
                            new Pile(SLACK, "dead", 1, NOON.minusSeconds(500)));
            assertThat(piles.calls())
                    .containsExactlyInAnyOrder(
                            new Pile(LINE, "waiting", 1, NOON.minusSeconds(7)),
                            new Pile(LINE, "sending", 1, NOON.minusSeconds(8)),
                            new Pile(SLACK, "doubt", 1, NOON.minusSeconds(9)),
                            new Pile(SLACK, "dead", 1, NOON.minusSeconds(99)));
            assertThat(piles.messages("waiting")).isEqualTo(3);
            assertThat(piles.oldestMessage()).hasValue(NOON.minusSeconds(90));
            assertThat(piles.oldestCall()).hasValue(NOON.minusSeconds(8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsSoManyApartAndCountsTheRest(Database database) {
        try (var store = database.open()) {
            message(store, LINE, "waiting", NOON.minusSeconds(60));
            message(store, SLACK, "waiting", NOON.minusSeconds(50));
            message(store, SLACK, "waiting", NOON.minusSeconds(40));
            message(store, SLACK, "waiting", NOON.minusSeconds(30));

            var piles = new Backlog(store, 2).count();

            assertThat(piles.messages())
                    .containsExactlyInAnyOrder(
                            new Pile(LINE, "waiting", 1, NOON.minusSeconds(60)),
                            new Pile(SLACK, "waiting", 1, NOON.minusSeconds(50)),
                            new Pile(Backlog.MORE, "waiting", 2, NOON.minusSeconds(60)));
            assertThat(piles.messages("waiting")).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingWhereNothingWaits(Database database) {
        try (var store = database.open()) {
            message(store, LINE, "done", NOON);

            assertThat(new Backlog(store).count()).isEqualTo(Backlog.Piles.NONE);
        }
    }

    @Test
    void looksNoFurtherThanTheIndexWhateverIsDone() {
        try (var store = Database.H2.open()) {
            for (var table : new Backlog.Table[] {Backlog.MESSAGES, Backlog.CALLS}) {
                assertThat(plan(store, table.byChannel(), true))
                        .contains("/* public." + table.name() + "_state: state =", "/* index sorted */");
                assertThat(plan(store, table.all(), false)).contains("/* public." + table.name() + "_state: state =");
            }
        }
    }

    @Test
    void saysWhenTheStoreIsAway() {
        var store = Database.H2.open();
        store.close();

        assertThatThrownBy(new Backlog(store)::count).isInstanceOf(StoreAway.class);
    }

    private static String plan(Store store, String query, boolean limited) {
        return store.read(handle -> {
            var explained = handle.createQuery("explain " + query).bind("state", "waiting");
            return (limited ? explained.bind("most", Backlog.TOLD_APART) : explained)
                    .mapTo(String.class)
                    .one();
        });
    }

    private static void message(Store store, String channel, String state, Instant at) {
        insert(store, """
                insert into inbox (channel, message_id, conversation, message, received_at, state)
                values (:channel, :id, :channel || '/U1', '{}', :at, :state)""", channel, state, at);
    }

    private static void call(Store store, String channel, String state, Instant at) {
        insert(store, """
                insert into outbox (outbound_id, conversation, epoch, message, state, due_at, created_at)
                values (:id, :channel || '/U1', 0, '{}', :state, :at, :at)""", channel, state, at);
    }

    private static void insert(Store store, String statement, String channel, String state, Instant at) {
        store.write(transaction -> transaction
                .handle()
                .createUpdate(statement)
                .bind("id", UUID.randomUUID().toString())
                .bind("channel", channel)
                .bind("state", state)
                .bind("at", at)
                .execute());
    }
}
