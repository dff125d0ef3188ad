package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/** When people are in, as the persona of a conversation has it. */
public final class OfficeHours {
    private static final Duration LONG = Duration.ofDays(1); // where nobody will be in for a month

    private final Personas personas;
    private final States states;
    private final Clock clock;

    public OfficeHours(Personas personas, States states, Clock clock) {
        this.personas = personas;
        this.states = states;
        this.clock = clock;
    }

    /** The moment itself within the hours, else the next opening. */
    Instant next(Transaction transaction, ConversationId conversation) {
        var now = clock.instant();
        var hours = personas.atHand(conversation, states.load(transaction, conversation), clock)
                .persona()
                .handoff()
                .hours();
        return hours.openAt(now)
                ? now
                : hours.opensAfter(now).map(ZonedDateTime::toInstant).orElse(now.plus(LONG));
    }
}
