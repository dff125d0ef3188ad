package io.renhua.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.renhua.store.StoreMove.Moved;
import io.renhua.text.Wording;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Copies all tables from an H2 into a PostgreSQL, within the transaction that is open there. */
final class TablesMove {
    private static final int AT_ONCE = 1_000;

    private final Connection from;
    private final Connection to;

    TablesMove(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    private record Column(String name, boolean isTime, boolean isIdentity) {
        String quoted() {
            return '"' + name + '"';
        }
    }

    /** @throws CannotMove onto data, ours or anybody's */
    void checkTarget() throws SQLException {
        var others = new ArrayList<>(tables(to));
        others.removeAll(tables(from));
        if (!others.isEmpty()) {
            throw new CannotMove(Wording.of(
                    "The PostgreSQL of renhua.store.url has tables of something else, %s; name an empty" + " database.",
                    String.join(", ", others)));
        }
        checkEmpty();
    }

    void run(Consumer<Moved> told) throws SQLException {
        var tables = tables(from);
        keepOthersOut(tables);
        checkEmpty(); // again: now nobody comes between
        for (var table : tables) {
            told.accept(move(table));
        }
    }

    /** All but the list of migrations, which each database keeps for itself. */
    private static List<String> tables(Connection connection) throws SQLException {
        return texts(connection, """
                select table_name from information_schema.tables
                where table_schema = current_schema and table_type = 'BASE TABLE'
                  and table_name <> 'flyway_schema_history'""").stream().sorted().toList();
    }

    private void keepOthersOut(List<String> tables) throws SQLException {
        try (var statement = to.createStatement()) {
            statement.execute("set local lock_timeout = '5s'");
            statement.execute("lock table " + String.join(", ", tables) + " in access exclusive mode");
        }
    }

    private void checkEmpty() throws SQLException {
        var full = new ArrayList<String>();
        for (var table : tables(to)) {
            if (number(to, "select count(*) from (select 1 from \"" + table + "\" limit 1) as one") > 0) {
                full.add(table);
            }
        }
        if (!full.isEmpty()) {
            throw new CannotMove(Wording.of(
                    "The PostgreSQL of renhua.store.url holds data already, in %s. Stop what works on it and"
                            + " name an empty database.",
                    String.join(", ", full)));
        }
    }

    private Moved move(String table) throws SQLException {
        var columns = columns(table);
        var names = columns.stream().map(Column::quoted).collect(joining(", "));
        var select = "select " + names + " from " + table;
        var sent = copy(
                select,
                "insert into " + table + " (" + names + ") values ("
                        + columns.stream().map(column -> "?").collect(joining(", ")) + ")",
                columns);
        if (!sent.isThatOf(sum(select, columns))) {
            throw new CannotMove(Wording.of("Nothing was moved: %s came out otherwise over there.", table));
        }
        for (var column : columns) {
            if (column.isIdentity()) {
                goOnCounting(table, column);
            }
        }
        return new Moved(table, sent.rows(), sent.checksum());
    }

    private TableSum copy(String select, String insert, List<Column> columns) throws SQLException {
        var sum = new TableSum();
        try (var statement = from.createStatement();
                var rows = statement.executeQuery(select);
                var target = to.prepareStatement(insert)) {
            while (rows.next()) {
                var row = row(rows, columns);
                sum.add(row);
                add(target, row);
                if (sum.rows() % AT_ONCE == 0) {
                    target.executeBatch();
                }
            }
            target.executeBatch();
        }
        return sum;
    }

    private static void add(PreparedStatement target, List<@Nullable Object> row) throws SQLException {
        for (int i = 0; i < row.size(); i++) {
            target.setObject(i + 1, row.get(i));
        }
        target.addBatch();
    }

    private TableSum sum(String select, List<Column> columns) throws SQLException {
        var sum = new TableSum();
        try (var statement = to.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (var rows = statement.executeQuery(select)) {
                while (rows.next()) {
                    sum.add(row(rows, columns));
                }
            }
        }
        return sum;
    }

    private static List<@Nullable Object> row(ResultSet rows, List<Column> columns) throws SQLException {
        var row = new ArrayList<@Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            var value = columns.get(i).isTime() ? rows.getObject(i + 1, OffsetDateTime.class) : rows.getObject(i + 1);
            row.add(value instanceof String text ? storable(text) : value);
        }
        return row;
    }

    /** What PostgreSQL takes in no text becomes the marks that a store on it would have written. */
    private static String storable(String text) {
        return new String(text.replace('\0', '\uFFFD').getBytes(UTF_8), UTF_8);
    }

    /** No number is given twice, those of rows that are gone included. */
    private void goOnCounting(String table, Column column) throws SQLException {
        long next = number(
                from,
                "select identity_base from information_schema.columns where table_schema = current_schema and table_name = '"
                        + table + "' and column_name = '" + column.name() + "'");
        long after = number(to, "select coalesce(max(" + column.quoted() + "), 0) + 1 from " + table);
        number(
                to,
                "select setval(pg_get_serial_sequence('" + table + "', '" + column.name() + "'), "
                        + Math.max(next, after) + ", false)");
    }

    private List<Column> columns(String table) throws SQLException {
        try (var statement = to.prepareStatement("""
                select column_name, data_type, is_identity from information_schema.columns
                where table_schema = current_schema and table_name = ? order by ordinal_position""")) {
            statement.setString(1, table);
            var columns = new ArrayList<Column>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(
                            rows.getString(1),
                            rows.getString(2).equals("timestamp with time zone"),
                            rows.getString(3).equals("YES")));
                }
            }
            return columns;
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
