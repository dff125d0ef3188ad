package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Json;
import io.renhua.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What those who wait for a person were told, as long as it can still be kept. */
public final class WaitPromises {
    private static final String ALL = "select conversation, alarm, due_at from timer where kind = 'WaitExceeded'";

    private final Store store;

    public WaitPromises(Store store) {
        this.store = store;
    }

    /**
     * @param since when the wait began that it was made for
     * @param told how long it would take
     * @param breaks when they will have waited twice as long: then they are told again, and supervisors hear of it
     */
    public record Promise(@Nullable Instant since, Duration told, Instant breaks) {}

    /** Every promise that is not broken yet; some of a wait that is over. */
    public Map<ConversationId, Promise> all() {
        var promises = new HashMap<ConversationId, Promise>();
        store.list(ALL, WaitPromises::promise).forEach(promises::putAll);
        return promises;
    }

    /** Empty where the alarm cannot be read any more. */
    private static Map<ConversationId, Promise> promise(ResultSet row) throws SQLException {
        var conversation = ConversationId.parse(row.getString(1));
        var breaks = row.getObject(3, OffsetDateTime.class).toInstant();
        return Json.readable(row.getString(2), Alarm.class).orElse(null)
                        instanceof Alarm.WaitExceeded(var since, var told)
                ? Map.of(conversation, new Promise(since, told, breaks))
                : Map.of();
    }
}
