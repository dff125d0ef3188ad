package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.Erasures.Outcome;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Stretches;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.people.Unions;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    ErasuresTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        desk = new Desk(store, journal, Clock.systemUTC());
        erasures = new Erasures(store, desk, new Unions(store), journal, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void leavesNothingOfAPersonInAnyColumnOfAnyTable() {
        var tables = tables("conversation");
        everywhere(tables, MING);
        everywhere(tables, ANNA);
        assertThat(found("ming")).isNotEmpty();

        assertThat(erasures.erase(MING, "olga")).isEqualTo(new Outcome.Erased(Set.of(MING)));

        assertThat(tables)
                .contains("journal", "tag", "rating", "draft", "human_stretch", "read_mark", "searched_bubble")
                .contains("sent_picture_part", "person_fact");
        assertThat(found("ming")).isEmpty();
        for (var table : tables) {
            assertThat(rows(table, ANNA)).as(table).isPositive();
        }
    }

    @Test
    void keepsWhatIsCountedAndThatSomebodyWasErased() {
        everywhere(tables("conversation"), MING);

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
        hear(MING, "ming");
        hear(second, "ming");
        hear(shared, "ming");
        hear(shared, "anna");
        hear(elsewhere, "ming");

        assertThat(erasures.erase(MING, "olga")).isEqualTo(new Outcome.Erased(Set.of(MING, second)));

        assertThat(journal.last(second, 1)).isEmpty();
        assertThat(journal.last(shared, 9)).hasSize(2);
        assertThat(journal.last(elsewhere, 9)).hasSize(1);
    }

    @Test
    void erasesNothingWhileSomebodyHasItOrSomethingIsOnItsWay() {
        hear(MING, "ming");
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
    void knowsNobodyWhoNeverWroteOrIsErased() {
        hear(MING, "ming");
        erasures.erase(MING, "olga");
        var tombstone = journal.all(0, 10).getLast().happening().conversation();

        assertThat(erasures.erase(MING, "olga")).isEqualTo(new Outcome.Unknown());
        assertThat(erasures.erase(tombstone, "olga")).isEqualTo(new Outcome.Unknown());
    }

    private void hear(ConversationId conversation, String person) {
        store.write(
                conversation.toString(),
                transaction -> journal.append(
                        transaction,
                        new Happening.Received(
                                conversation,
                                NOON,
                                UUID.randomUUID().toString(),
                                Person.of(person),
                                new Content.Text("I am " + person),
                                NOON)));
    }

    /** A row in each table that names a conversation, whatever table that is, and what leads there from others. */
    private void everywhere(List<String> tables, ConversationId conversation) {
        var name = conversation.thread();
        hear(conversation, name);
        long seq = journal.last(conversation, 1).getFirst().seq();
        store.write(transaction -> {
            tables.stream().filter(table -> !table.equals("journal")).forEach(table -> {
                var row = columns(table, conversation);
                transaction.update(
                        "insert into " + table + " ("
                                + row.stream().map(Cell::column).collect(Collectors.joining(", ")) + ") values ("
                                + row.stream().map(cell -> "?").collect(Collectors.joining(", ")) + ")",
                        row.stream().map(Cell::value).toArray());
            });
            transaction.update("""
                    insert into missed (seq, at, person, persona, version, locale, words, confidence, band, outcome)
                    values (?, ?, ?, 'pao', '1', 'en', ?, 0.1, 'NONE', 'LEFT')""", seq, NOON, name, name);
            transaction.update(
                    "insert into taken (channel, message_id, taken_at) values ('line', ?, ?)",
                    name + ":17:event",
                    NOON);
        });
    }

    private record Cell(String column, Object value) {}

    private List<Cell> columns(String table, ConversationId conversation) {
        var cells = new ArrayList<Cell>();
        store.list(
                """
                        select column_name, data_type, character_maximum_length, is_identity
                        from information_schema.columns
                        where table_schema = current_schema and table_name = ?""",
                row -> {
                    if (!row.getString(4).equals("YES")) {
                        int longest = row.getInt(3) == 0 ? 60 : row.getInt(3);
                        cells.add(new Cell(
                                row.getString(1), value(row.getString(1), row.getString(2), longest, conversation)));
                    }
                    return table;
                },
                table);
        return cells;
    }

    private static Object value(String column, String type, int longest, ConversationId conversation) {
        var thread = conversation.thread();
        return switch (column) {
            case "conversation" -> conversation.toString();
            case "agent", "team", "outcome" -> "lin"; // whoever helped, and how the desk's rules call it
            case "owner" -> "closed";
            case "exit_how" -> "resolved";
            case "state" -> "dead";
            case "seq" -> (long) thread.hashCode();
            default ->
                switch (type.toLowerCase(Locale.ROOT)) {
                    case "integer" -> 1;
                    case "bigint" -> 1L;
                    case "boolean" -> false;
                    case "double precision" -> 0.5;
                    case "timestamp with time zone" -> NOON;
                    default -> thread.substring(0, Math.min(longest, thread.length()));
                };
        };
    }

    private List<String> tables(String column) {
        return store.list(
                "select table_name from information_schema.columns where table_schema = current_schema and column_name = ?",
                row -> row.getString(1),
                column);
    }

    private long rows(String table, ConversationId conversation) {
        return store.list(
                        "select count(*) from " + table + " where conversation = ?",
                        row -> row.getLong(1),
                        conversation.toString())
                .getFirst();
    }

    /** Where somebody's name stands in any text of any table. */
    private List<String> found(String name) {
        return store.list("""
                        select table_name, column_name from information_schema.columns
                        where table_schema = current_schema and lower(data_type) = 'character varying'
                          and table_name <> 'flyway_schema_history'""", row -> List.of(row.getString(1), row.getString(2))).stream()
                .filter(each -> store.list(
                                        "select count(*) from " + each.get(0) + " where \"" + each.get(1) + "\" like ?",
                                        row -> row.getInt(1),
                                        "%" + name + "%")
                                .getFirst()
                        > 0)
                .map(each -> each.get(0) + "." + each.get(1))
                .toList();
    }
}
