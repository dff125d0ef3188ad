package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.persona.Hours;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Instant;

/** When people are in, as the persona of a conversation has it. */
public final class OfficeHours {
    private final Personas personas;
    private final States states;
    private final Clock clock;

    public OfficeHours(Personas personas, States states, Clock clock) {
        this.personas = personas;
        this.states = states;
        this.clock = clock;
    }

    boolean areOpen(Transaction transaction, ConversationId conversation) {
        return of(transaction, conversation).openAt(clock.instant());
    }

    /** When to look for somebody again who was not there. */
    Instant lookAgain(Transaction transaction, ConversationId conversation) {
        return of(transaction, conversation).lookAgain(clock.instant());
    }

    private Hours of(Transaction transaction, ConversationId conversation) {
        return personas.atHand(conversation, states.load(transaction, conversation), clock)
                .persona()
                .handoff()
                .hours();
    }
}
