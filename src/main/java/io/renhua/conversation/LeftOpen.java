package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;

/** Gives up the questions that somebody left open for too long. */
public final class LeftOpen {
    private final Personas personas;
    private final States states;
    private final Dialogue dialogue;
    private final Journal journal;
    private final Clock clock;

    public LeftOpen(Personas personas, States states, Dialogue dialogue, Journal journal, Clock clock) {
        this.personas = personas;
        this.states = states;
        this.dialogue = dialogue;
        this.journal = journal;
        this.clock = clock;
    }

    void expire(Transaction transaction, ConversationId conversation, String form) {
        var remembered = states.load(transaction, conversation);
        var persona = personas.atHand(conversation, remembered, clock).persona();
        var after = dialogue.expired(persona, remembered.state(), clock.instant());
        if (!after.equals(remembered.state())) {
            states.save(transaction, conversation, after, persona.version());
            journal.append(transaction, new Happening.Noted(conversation, clock.instant(), "expired", form));
        }
    }
}
