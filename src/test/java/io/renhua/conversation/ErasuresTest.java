package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.Erasures.Outcome;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Stretches;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.ConversationId;
import io.renhua.people.Unions;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ErasuresTest {
    private static final ConversationId MING = new ConversationId("line", "ming-7f3a");
    private static final ConversationId ANNA = new ConversationId("line", "anna-1c2d");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Store store;
    private final Journal journal;
    private final Desk desk;
    private final Erasures erasures;
    private final Traces traces;

    ErasuresTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        desk = new Desk(store, journal, Clock.systemUTC());
        erasures = new Erasures(store, desk, new Unions(store), journal, Clock.systemUTC());
        traces = new Traces(store, journal, NOON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void leavesNothingOfAPersonInAnyColumnOfAnyTable() {
        var tables = traces.tables();
        traces.everywhere(MING);
        traces.everywhere(ANNA);
        assertThat(traces.found("ming")).isNotEmpty();

        assertThat(erasures.erase(MING, "olga")).isEqualTo(new Outcome.Erased(Set.of(MING)));

        assertThat(tables)
                .contains("journal", "tag", "rating", "draft", "human_stretch", "read_mark", "searched_bubble")
                .contains("sent_picture_part", "person_fact");
        assertThat(traces.found("ming")).isEmpty();
        for (var table : tables) {
            assertThat(traces.rows(table, ANNA)).as(table).isPositive();
        }
    }

    @Test
    void leavesNoNumberThatSomebodySaid() {
        traces.hear(MING, "ming");
        traces.hear(ANNA, "anna");
        store.write(transaction ->
                transaction.update("insert into searched_number (written, seq) select '0912345678', seq from journal"));

        erasures.erase(MING, "olga");

        assertThat(store.list(
                        "select journal.conversation from searched_number join journal on journal.seq = searched_number.seq",
                        row -> row.getString(1)))
                .containsExactly(ANNA.toString());
        assertThat(store.list("select count(*) from searched_number", row -> row.getInt(1)))
                .containsExactly(1);
    }

    @Test
    void keepsWhatIsCountedAndThatSomebodyWasErased() {
        traces.everywhere(MING);

        erasures.erase(MING, "olga");

        var tombstone = journal.all(0, 10).getLast().happening();
        assertThat(tombstone).isInstanceOfSatisfying(Happening.Noted.class, noted -> {
            assertThat(noted.kind()).isEqualTo(Erasures.NOTE);
            assertThat(noted.actor()).isEqualTo("olga");
            assertThat(Erasures.isTombstone(noted.conversation())).isTrue();
        });
        assertThat(new Stretches(store).all(Instant.EPOCH, 10)).hasSize(1);
        assertThat(store.list("select score from rating where remark is null", row -> row.getInt(1)))
                .containsExactly(1);
    }

    @Test
    void erasesTheirOtherConversationsButNoneInWhichOthersWroteToo() {
        var second = new ConversationId("line", "ming-second");
        var shared = new ConversationId("line", "shared");
        var elsewhere = new ConversationId("slack", "ming-7f3a");
        traces.hear(MING, "ming");
        traces.hear(second, "ming");
        traces.hear(shared, "ming");
        traces.hear(shared, "anna");
        traces.hear(elsewhere, "ming");

        assertThat(erasures.erase(MING, "olga")).isEqualTo(new Outcome.Erased(Set.of(MING, second)));

        assertThat(journal.last(second, 1)).isEmpty();
        assertThat(journal.last(shared, 9)).hasSize(2);
        assertThat(journal.last(elsewhere, 9)).hasSize(1);
    }

    @Test
    void erasesAGroupWithoutWhatItsWritersSayElsewhere() {
        var group = new ConversationId("line", "group");
        traces.hear(group, "ming");
        traces.hear(group, "anna");
        traces.hear(MING, "ming");

        assertThat(erasures.erase(group, "olga")).isEqualTo(new Outcome.Erased(Set.of(group)));

        assertThat(journal.last(MING, 9)).hasSize(1);
    }

    @Test
    void erasesNothingWhileSomebodyHasItOrSomethingIsOnItsWay() {
        traces.hear(MING, "ming");
        var human = Bot.FIRST.takeOver("lin", NOON);
        desk.pass(MING, Bot.FIRST, human, Change.by("lin", "claimed"));
        assertThat(erasures.erase(MING, "olga")).isEqualTo(new Outcome.InWork(MING));

        desk.pass(MING, human, human.release(NOON), Change.by("lin", "released"));
        store.write(transaction -> transaction.update("""
                insert into inbox (channel, message_id, conversation, message, received_at, state)
                values ('line', 'm', ?, '{}', ?, 'waiting')""", MING.toString(), NOON));
        assertThat(erasures.erase(MING, "olga")).isEqualTo(new Outcome.InWork(MING));

        assertThat(journal.last(MING, 9)).hasSize(3);
    }

    @Test
    void erasesWhoMustBeKeptOnceThatIsOverAndTheirOtherConversationsAtOnce() {
        var second = new ConversationId("line", "ming-second");
        traces.hear(MING, "ming");
        traces.hear(second, "ming");
        var holds = new LegalHolds(store, journal, Clock.systemUTC());
        holds.keep(MING, "a dispute", Instant.now().plus(Duration.ofDays(90)), "marc");

        assertThat(erasures.erase(MING, "olga")).isInstanceOfSatisfying(Outcome.Held.class, held -> {
            assertThat(held.hold().conversation()).isEqualTo(MING);
            assertThat(held.hold().why()).isEqualTo("a dispute");
        });
        assertThat(journal.last(second, 1)).isEmpty();
        erasures.afterHolds();
        assertThat(journal.last(MING, 9)).hasSize(2); // what was said, and that it is kept

        assertThat(holds.end(MING, "marc")).isTrue();
        erasures.afterHolds();

        assertThat(journal.last(MING, 1)).isEmpty();
        assertThat(traces.rows("legal_hold", MING)).isZero();
        assertThat(journal.all(0, 10).getLast().happening())
                .isInstanceOfSatisfying(
                        Happening.Noted.class,
                        noted -> assertThat(noted.actor()).isEqualTo("olga"));
    }

    @Test
    void forgetsThatSomethingWasKeptOnceThatIsOver() {
        traces.hear(MING, "ming");
        var holds = new LegalHolds(store, journal, Clock.systemUTC());
        holds.keep(MING, "a dispute", Instant.now().plus(Duration.ofDays(90)), "marc");
        holds.keep(MING, "another", Instant.now().plus(Duration.ofDays(30)), "olga");
        assertThat(holds.of(MING).map(LegalHold::why)).contains("another");

        holds.end(MING, "marc");
        erasures.afterHolds();

        assertThat(holds.end(MING, "marc")).isFalse();
        assertThat(traces.rows("legal_hold", MING)).isZero();
        assertThat(journal.last(MING, 9).stream()
                        .map(JournalEntry::happening)
                        .filter(Happening.Noted.class::isInstance)
                        .map(happening -> ((Happening.Noted) happening).kind()))
                .containsExactly(LegalHolds.KEPT, LegalHolds.KEPT, LegalHolds.ENDED);
        assertThat(erasures.erase(MING, "olga")).isEqualTo(new Outcome.Erased(Set.of(MING)));
    }

    @Test
    void knowsNobodyWhoNeverWroteOrIsErased() {
        traces.hear(MING, "ming");
        erasures.erase(MING, "olga");
        var tombstone = journal.all(0, 10).getLast().happening().conversation();

        assertThat(erasures.erase(MING, "olga")).isEqualTo(new Outcome.Unknown());
        assertThat(erasures.erase(tombstone, "olga")).isEqualTo(new Outcome.Unknown());
    }
}
