package io.renhua.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Once that what is kept no longer left.
 *
 * @param staying conversations in which somebody was at work, so that they were not torn apart
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
        @Nullable Instant overdueSince,
        String remark) {}
