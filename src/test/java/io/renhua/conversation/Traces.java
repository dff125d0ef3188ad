package io.renhua.conversation;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Leaves something of a conversation in each table that can hold it, and finds what is left of it. */
public final class Traces {
    private final Store store;
    private final Journal journal;
    private final Instant at;

    public Traces(Store store, Journal journal, Instant at) {
        this.store = store;
        this.journal = journal;
        this.at = at;
    }

    public void hear(ConversationId conversation, String person) {
        hear(conversation, person, at);
    }

    public void hear(ConversationId conversation, String person, Instant when) {
        store.write(
                conversation.toString(),
                transaction -> journal.append(
                        transaction,
                        new Happening.Received(
                                conversation,
                                when,
                                UUID.randomUUID().toString(),
                                Person.of(person),
                                new Content.Text("I am " + person),
                                when)));
    }

    /** A row in each table that names a conversation, whatever table that is, and what leads there from others. */
    public void everywhere(ConversationId conversation) {
        var name = conversation.thread();
        hear(conversation, name);
        long seq = journal.last(conversation, 1).getFirst().seq();
        store.write(transaction -> {
            tables().stream().filter(table -> !table.equals("journal")).forEach(table -> {
                var row = columns(table, conversation);
                transaction.update(
                        "insert into " + table + " ("
                                + row.stream().map(Cell::column).collect(Collectors.joining(", ")) + ") values ("
                                + row.stream().map(cell -> "?").collect(Collectors.joining(", ")) + ")",
                        row.stream().map(Cell::value).toArray());
            });
            transaction.update("""
                    insert into missed (seq, at, person, persona, version, locale, words, confidence, band, outcome)
                    values (?, ?, ?, 'pao', '1', 'en', ?, 0.1, 'NONE', 'LEFT')""", seq, at, name, name);
            transaction.update(
                    "insert into taken (channel, message_id, taken_at) values ('line', ?, ?)", name + ":17:event", at);
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

    private Object value(String column, String type, int longest, ConversationId conversation) {
        var thread = conversation.thread();
        return switch (column) {
            case "conversation" -> conversation.toString();
            case "agent", "team", "outcome" -> "lin"; // whoever helped, and how the desk's rules call it
            case "owner" -> "closed";
            case "exit_how" -> "resolved";
            case "state" -> "dead";
            case "seq" -> journal.last(conversation, 1).getFirst().seq();
            default ->
                switch (type.toLowerCase(Locale.ROOT)) {
                    case "integer" -> 1;
                    case "bigint" -> 1L;
                    case "boolean" -> false;
                    case "double precision" -> 0.5;
                    case "timestamp with time zone" -> at;
                    default -> thread.substring(0, Math.min(longest, thread.length()));
                };
        };
    }

    /** The tables that name a conversation. */
    public List<String> tables() {
        return store.list("""
                        select table_name from information_schema.columns
                        where table_schema = current_schema and column_name = 'conversation'""", row -> row.getString(1));
    }

    public long rows(String table, ConversationId conversation) {
        return store.list(
                        "select count(*) from " + table + " where conversation = ?",
                        row -> row.getLong(1),
                        conversation.toString())
                .getFirst();
    }

    /** Where somebody's name stands in any text of any table. */
    public List<String> found(String name) {
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
