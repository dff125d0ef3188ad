package io.renhua.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a turn comes to.
 *
 * @param intent the line or item that was taken as meant, by id; null when none was
 * @param locale the locale answered in
 */
public record Step(
        DialogueState state, List<Move> moves, @Nullable String intent, double confidence, String locale) {
    public Step {
        moves = List.copyOf(moves);
    }
}
