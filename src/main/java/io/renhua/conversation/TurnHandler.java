package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.Heard;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Upshot;
import java.time.Clock;
import java.util.List;

/** One turn, whole: who owes the next word, what was meant, what the persona does about it. */
public final class TurnHandler {
    private final Reception reception;
    private final Asides asides;
    private final Personas personas;
    private final Ears ears;
    private final States states;
    private final Dialogue dialogue;
    private final Floods floods;
    private final Ledger ledger;
    private final Clock clock;

    public TurnHandler(
            Reception reception,
            Asides asides,
            Personas personas,
            Ears ears,
            States states,
            Dialogue dialogue,
            Floods floods,
            Ledger ledger,
            Clock clock) {
        this.reception = reception;
        this.asides = asides;
        this.personas = personas;
        this.ears = ears;
        this.states = states;
        this.dialogue = dialogue;
        this.floods = floods;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Handles what was sent in one breath, and keeps what came of it in one commit. */
    public void handle(List<Arrival> breath) {
        var conversation = breath.getFirst().message().conversation();
        floods.heard(breath);
        var before = reception.ownerOf(conversation);
        var aside = asides.in(breath, before);
        if (aside.isPresent()) {
            ledger.settle(breath, before, aside.get());
            return; // it is about us, and no question to the persona
        }

        var owner = reception.admit(conversation, before);
        if (owner.isWithAPerson()) {
            ledger.leave(breath, owner);
            return; // a person owes the next word, and reads the journal
        }

        Remembered remembered = states.load(conversation);
        LivePersona live = personas.in(conversation, remembered, clock);
        DialogueState state = remembered.state();
        List<Heard> heard = ears.hear(live, breath, state, owner);
        Upshot upshot = dialogue.next(live.persona(), state, heard);

        floods.asked(breath.getLast().message(), owner, upshot.whole());
        ledger.enter(new Decision(breath, owner, live, state, heard, upshot));
    }
}
