package io.renhua.conversation;

import io.renhua.message.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that must not leave yet, though its time may be over or somebody wants to be erased.
 *
 * @param why somebody needs it, in their words
 * @param by the login of whoever said so
 * @param until the moment from which it holds no more
 * @param erasedBy the login of whoever erases it once this is over; null where nobody does
 */
public record LegalHold(
        ConversationId conversation,
        String why,
        String by,
        Instant at,
        Instant until,
        @Nullable String erasedBy) {}
