package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.Heard;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Step;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Human;

/** One turn, whole: who owes the next word, what was meant, what the persona does about it. */
public final class TurnHandler {
    private final Desk desk;
    private final Personas personas;
    private final Ears ears;
    private final States states;
    private final Dialogue dialogue;
    private final Ledger ledger;

    public TurnHandler(Desk desk, Personas personas, Ears ears, States states, Dialogue dialogue, Ledger ledger) {
        this.desk = desk;
        this.personas = personas;
        this.ears = ears;
        this.states = states;
        this.dialogue = dialogue;
        this.ledger = ledger;
    }

    /** Handles the message and keeps what came of it in one commit. */
    public void handle(Arrival arrival) {
        var conversation = arrival.message().conversation();
        var owner = desk.ownerOf(conversation);
        if (owner instanceof Human) {
            ledger.close(arrival, owner);
            return; // a person owes the next word, and reads the journal
        }

        LivePersona live = personas.on(conversation.channel());
        Heard heard = ears.hear(live, arrival.message(), owner);
        Step step = dialogue.next(live.persona(), states.load(conversation), heard);

        ledger.enter(arrival, owner, live, heard, step);
    }
}
