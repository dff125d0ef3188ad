package io.renhua.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Tells the pool that a connection of H2 is good for nothing any more. H2 has codes of its own for that, as after it closed
 * its file on a full disk; a connection that is tried again and again would be kept, and fail, for ever.
 */
final class GoneInH2 implements SQLExceptionOverride {
    /** Object closed, connection broken, database closed, database closing. */
    private static final Set<Integer> GONE = Set.of(90007, 90067, 90098, 90121);

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        return GONE.contains(failure.getErrorCode())
                ? SQLExceptionOverride.Override.MUST_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
