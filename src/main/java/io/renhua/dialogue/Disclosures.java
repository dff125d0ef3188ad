package io.renhua.dialogue;

import java.time.Duration;

/** Says that it is a machine: before any other words, and again when that was long ago. */
final class Disclosures {
    static final String SOURCE = "disclosure.first";

    void comeFirst(Turn turn) {
        if (turn.speaks() && due(turn)) {
            var again = new Reason.Machine(turn.state().disclosed() != null);
            turn.sayFirst(Phrasing.say(turn, SOURCE, turn.persona().disclosure().first())
                    .because(again));
            turn.change(state -> state.disclosing(turn.at()));
        }
    }

    private static boolean due(Turn turn) {
        var disclosure = turn.persona().disclosure();
        var last = turn.state().disclosed();
        if (last == null) {
            return true;
        }
        boolean manyTurns =
                disclosure.turns() > 0 && turn.state().turns() - turn.state().disclosedIn() >= disclosure.turns();
        boolean longAgo = disclosure.after().isPositive()
                && Duration.between(last, turn.at()).compareTo(disclosure.after()) >= 0;
        return manyTurns || longAgo;
    }
}
