package io.renhua.dialogue;

import io.renhua.persona.Privacy;

/** Who presses to be forgotten is, at once; a person sees to what is kept elsewhere. */
final class Erasure implements Rung {
    private static final String REASON = "erase";
    private final Handoffs handoffs;

    Erasure(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    @Override
    public boolean takes(Turn turn) {
        boolean wanted = Privacy.ERASE.equals(turn.pressed());
        if (wanted) {
            turn.take(Privacy.ERASE);
            turn.change(DialogueState::forgetting);
            handoffs.handOff(turn, REASON);
        }
        return wanted;
    }
}
