package io.renhua.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What left of one channel, or is to.
 *
 * @param persona whose promise it was; null where none is known
 * @param days how long words are kept there
 * @param how it is known, when it is not what somebody tells there now; null when it is
 * @param conversations that words left
 * @param media pictures and sounds that left while the words around them stay
 * @param staying conversations with words that should leave, in which somebody is at work
 * @param held conversations with words that should leave, which somebody needs until a day
 * @param overdueSince when the first of those words should have left; null where there are none
 */
public record Share(
        String channel,
        @Nullable String persona,
        int days,
        @Nullable String how,
        long conversations,
        long words,
        long media,
        long staying,
        long held,
        @Nullable Instant overdueSince) {}
