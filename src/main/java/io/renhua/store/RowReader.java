package io.renhua.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the row that a result stands on. */
@FunctionalInterface
public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
}
