package io.renhua.conversation;

import io.renhua.dialogue.DialogueState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a conversation between two turns.
 *
 * @param version of the persona that answered last; null when nobody knows
 * @param at when that was
 */
record Remembered(DialogueState state, @Nullable String version, Instant at) {
    static final Remembered NOTHING = new Remembered(DialogueState.NEW, null, Instant.EPOCH);

    /** After so long a silence a talk is over, unless a question of ours is open. */
    private static final Duration SILENCE = Duration.ofMinutes(30);

    /** Whether a question of ours is open. */
    boolean isInAForm() {
        return !state.forms().isEmpty();
    }

    /** The version that the talk goes on with; empty when it is over. */
    Optional<String> goesOnWith(Instant now) {
        boolean goesOn = isInAForm() || at.plus(SILENCE).isAfter(now);
        return goesOn ? Optional.ofNullable(version) : Optional.empty();
    }
}
