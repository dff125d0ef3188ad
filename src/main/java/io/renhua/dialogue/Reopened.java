package io.renhua.dialogue;

import io.renhua.persona.Handoff;
import io.renhua.persona.Line;

/** Who writes again after a person has finished goes to a person again, where the script wants that. */
final class Reopened implements Rung {
    private static final String REASON = "reopened";
    private final Handoffs handoffs;

    Reopened(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    @Override
    public boolean takes(Turn turn) {
        boolean again = turn.persona().handoff().reopen() == Handoff.Reopen.PERSON
                && Helped.isResolved(turn.heard())
                && turn.pressed() == null // what they press is for the persona
                && !isSmallTalk(turn);
        if (again) {
            turn.because(new Reason.Reopened());
            handoffs.handOff(turn, REASON);
        }
        return again;
    }

    /** A thank-you calls nobody back. */
    private static boolean isSmallTalk(Turn turn) {
        return turn.meant()
                .filter(line -> line.topic() == Line.Topic.SMALL_TALK)
                .isPresent();
    }
}
