package io.renhua.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked: of the store as it stands, or of what a transaction sees. */
public interface Queries {
    /** What a query as it stands finds, its values by position. */
    <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values);
}
