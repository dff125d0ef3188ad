package io.renhua.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements as they stand, their values by position, for what every message does: finding names in them and choosing
 * how to bind costs more than many a statement.
 */
final class Statements {
    private Statements() {}

    /** Gives the number of rows. */
    static int update(Connection connection, String sql, @Nullable Object... values) {
        try (var statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    static <T> List<T> list(Connection connection, String sql, RowReader<T> reader, @Nullable Object... values) {
        try (var statement = prepared(connection, sql, values);
                var rows = statement.executeQuery()) {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(reader.read(rows));
            }
            return list;
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                bind(statement, i + 1, values[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** As {@link UtcInstants} and {@link TextWithoutNul} do. */
    private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        switch (value) {
            case String text -> statement.setString(place, TextWithoutNul.of(text));
            case Instant at -> statement.setObject(place, at.atOffset(ZoneOffset.UTC));
            case null, default -> statement.setObject(place, value);
        }
    }

    private static final class Failed extends JdbiException {
        private static final long serialVersionUID = 1L;

        Failed(SQLException cause) {
            super("running a statement", cause);
        }
    }
}
