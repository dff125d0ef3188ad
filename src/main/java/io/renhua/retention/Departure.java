package io.renhua.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Once that what is kept no longer left.
 *
 * @param staying conversations in which somebody was at work, so that they were not torn apart
 * @param held conversations that somebody needed, so that they did not leave
 * @param overdueSince when the first word of those should have left; null where there are none
 * @param remark on channels where nobody tells now how long words are kept; empty where there are none
 */
public record Departure(
        Instant began,
        Instant ended,
        long conversations,
        long words,
        long media,
        long staying,
        long held,
        @Nullable Instant overdueSince,
        String remark) {}
