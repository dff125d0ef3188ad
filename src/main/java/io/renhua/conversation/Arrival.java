package io.renhua.conversation;

import io.renhua.message.Inbound;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message that is durably ours to answer.
 *
 * @param said what came; null when it cannot be read any more
 * @param attempts how often its turn was begun before and not finished
 */
public record Arrival(long id, @Nullable Inbound said, Instant receivedAt, int attempts) {

    boolean isReadable() {
        return said != null;
    }

    /** Whether it tells of our own side, and came to be handled for the first time. */
    boolean isEcho() {
        return said != null && said.echo() != null && attempts == 0;
    }

    /** What came; only of what can be read. */
    public Inbound message() {
        return Objects.requireNonNull(said);
    }
}
