package io.renhua.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token as it can be told to anybody: without what makes it good.
 *
 * @param id the part of it that is no secret
 * @param program as whom it is at the desk
 * @param name what consumers and colleagues read
 * @param may what it is good for
 * @param by who made it
 * @param used when it was last shown, to the minute; null where it never was
 */
public record Pass(
        String id,
        String program,
        String name,
        List<String> may,
        String by,
        Instant created,
        @Nullable Instant used) {
    public Pass {
        may = List.copyOf(may);
    }
}
