package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.List;

/** Speaks to those who wait for a person longer than they were told. */
public final class LongWaits {
    private final Desk desk;
    private final Personas personas;
    private final States states;
    private final Dialogue dialogue;
    private final Journal journal;
    private final Voice voice;
    private final Clock clock;

    public LongWaits(
            Desk desk, Personas personas, States states, Dialogue dialogue, Journal journal, Voice voice, Clock clock) {
        this.desk = desk;
        this.personas = personas;
        this.states = states;
        this.dialogue = dialogue;
        this.journal = journal;
        this.voice = voice;
        this.clock = clock;
    }

    /** Once for each wait: how long it will take now, and a note that the desk's people see. */
    void apologise(Transaction transaction, ConversationId conversation, long epoch) {
        var owner = desk.ownerOf(transaction, conversation);
        if (!(owner instanceof Queued) || owner.epoch() != epoch) {
            return;
        }
        var remembered = states.load(transaction, conversation);
        var live = personas.atHand(conversation, remembered, clock);
        var persona = live.persona();
        var state = remembered.state();
        var outlook = desk.outlook(transaction);
        var say = dialogue.waiting(persona, state, clock.instant(), outlook.ahead() - 1, outlook.waits());
        var speech = new Voice.Speech(live, persona.locales().pick(state.locale()), List.of(say));
        voice.persona(transaction, conversation, "wait " + epoch, voice.judged(speech), null, epoch, Place.NONE);
        journal.append(
                transaction,
                new Happening.Noted(conversation, clock.instant(), "promise", "waits longer than was promised"));
    }
}
