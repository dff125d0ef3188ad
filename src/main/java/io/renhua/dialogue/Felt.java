package io.renhua.dialogue;

import org.jspecify.annotations.Nullable;

/**
 * What somebody seems to feel, and for how long.
 *
 * @param feeling {@code angry}, {@code sad}, {@code happy}, or null
 * @param inARow in how many messages in a row
 */
public record Felt(@Nullable String feeling, int inARow) {
    static final Felt NOTHING = new Felt(null, 0);

    Felt then(@Nullable String next) {
        return next == null ? NOTHING : new Felt(next, next.equals(feeling) ? inARow + 1 : 1);
    }
}
