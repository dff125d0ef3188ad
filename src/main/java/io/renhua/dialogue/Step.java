package io.renhua.dialogue;

import java.util.ArrayList;
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

    /** This one, and what followed it. */
    Step then(Step next) {
        var both = new ArrayList<>(moves);
        both.addAll(next.moves());
        return new Step(next.state(), both, intent, confidence, next.locale());
    }

    /** The same, heard before some other bubbles of one breath. */
    Step before(int later) {
        var all = moves.stream()
                .map(move -> move instanceof Move.Say say ? say.with(say.trace().before(later)) : move)
                .toList();
        return new Step(state, all, intent, confidence, locale);
    }

    /** Whether a person is on the way after it, given whether one was before. */
    boolean waits(boolean before) {
        boolean waiting = before;
        for (var move : moves) {
            waiting = switch (move) {
                case Move.HandOff handOff -> true;
                case Move.Withdraw withdraw -> false;
                case Move.Say say -> waiting;
                case Move.Perform perform -> waiting;
                case Move.Pause pause -> waiting;
                case Move.Forget forget -> waiting;
            };
        }
        return waiting;
    }
}
