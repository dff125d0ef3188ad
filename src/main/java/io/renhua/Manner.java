package io.renhua;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How personas are published here.
 *
 * @param byHand whether files wait until somebody publishes them
 * @param reviewed whether somebody else has to approve them before that
 * @param kept how long versions are kept after they spoke last; null for good
 * @param testers the conversations that hear what is published to testers
 */
record Manner(
        boolean byHand,
        boolean reviewed,
        Set<String> testers,
        @Nullable Duration kept) {}
