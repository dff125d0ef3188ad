package io.renhua.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of a conversation calls for one reader.
 *
 * @param read up to where they have read it
 * @param unread how many bubbles and notes of others they have not read; 0 in what is somebody else's to answer
 * @param more whether there may be more than were counted
 * @param closes until when its platform lets us write; null where there is no such rule
 * @param note the last unread note that is meant for them
 * @param left the place at which whoever they had has left, unread; null where nobody did
 */
record Attention(
        long read,
        int unread,
        boolean more,
        @Nullable Instant closes,
        @Nullable NoteForMe note,
        @Nullable Long left) {

    /** @param by the name of whoever left it */
    record NoteForMe(long seq, String by) {}
}
