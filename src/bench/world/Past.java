package world;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Gives a store a past: copies what one true conversation left, as many times as wished, straight into the tables. */
public final class Past {
    private static final List<String> TABLES = List.of("inbox", "outbox", "dialogue_state", "journal");
    private static final int BITE = 1_000; // more at once, and H2 writes the same pages again and again
    private static final int FIRST_PERSON = 100_000_000;

    private final Database database;
    private int stored;

    public Past(Database database) {
        this.database = database;
    }

    /** Copies the conversation of that person until there are so many. No server may be running. */
    public void grow(int conversations, int person) throws SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            for (; stored < conversations; stored += BITE) {
                int upTo = Math.min(conversations, stored + BITE);
                for (var table : TABLES) {
                    copy(connection, table, person, upTo);
                }
                connection.commit();
            }
            stored = conversations;
        }
    }

    private void copy(Connection connection, String table, int person, int upTo) throws SQLException {
        var columns = columns(connection, table);
        var values = columns.stream().map(Past::value).collect(Collectors.joining(", "));
        var sql = "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                + " t cross join system_range(?, ?) r(x) where t.conversation = ?";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setInt(1, stored + 1);
            insert.setInt(2, upTo);
            insert.setString(3, "bench/U" + person);
            insert.executeUpdate();
        }
    }

    private static String value(String column) {
        return switch (column) {
            case "conversation" -> "'bench/U' || (" + FIRST_PERSON + " + r.x)";
            case "message_id" -> "t.message_id || '-' || r.x";
            case "outbound_id" -> "case when t.outbound_id is null then null else cast(random_uuid() as varchar) end";
            default -> "t." + column;
        };
    }

    /** All but those that number themselves. */
    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (var query = connection.prepareStatement("""
            select column_name from information_schema.columns
            where table_name = ? and is_identity = 'NO' order by ordinal_position\
            """)) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                var columns = new ArrayList<String>();
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
                return columns;
            }
        }
    }
}
