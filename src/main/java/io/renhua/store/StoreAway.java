package io.renhua.store;

import io.renhua.text.Refusal;
import io.renhua.text.Wording;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The store did not take or give what was asked; it may be asked again. Usually nothing of it happened. When the answer to
 * a commit was lost it may have: what is written again is therefore written so that once is enough.
 *
 * <p>Says what kind of failure it was and not the driver's own words, which repeat the values of a statement.
 */
public final class StoreAway extends Refusal {
    private static final long serialVersionUID = 1L;

    StoreAway(Wording doing, Throwable cause) {
        super(Wording.of("%s: %s", doing, kind(cause)));
    }

    StoreAway(Wording doing) {
        super(doing);
    }

    /** The same for what may pass; what the store will never take, because of the values themselves, is another matter. */
    static RuntimeException orRefused(Wording doing, Throwable cause) {
        var kind = kind(cause);
        return kind.startsWith("SQL state 22") || kind.startsWith("SQL state 23")
                ? new IllegalStateException(doing + ", refused for its values: " + kind)
                : new StoreAway(doing, cause);
    }

    /** The SQL state that the database gave, or nothing. */
    static String state(Throwable failure) {
        var state = "";
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            state = each instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : state;
        }
        return state;
    }

    private static String kind(Throwable cause) {
        String kind = cause.getClass().getSimpleName();
        for (@Nullable Throwable each = cause; each != null; each = each.getCause()) {
            kind = each instanceof SQLException sql ? kind(sql) : kind;
        }
        return kind;
    }

    /** What the pool says by itself has no state: that nobody gave a connection back in time, for one. */
    private static String kind(SQLException failure) {
        return failure.getSQLState() == null
                ? failure.getClass().getSimpleName()
                : "SQL state " + failure.getSQLState() + ", error " + failure.getErrorCode();
    }
}
