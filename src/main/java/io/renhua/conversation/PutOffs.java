package io.renhua.conversation;

import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Stretch;
import io.renhua.handoff.Stretches;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Instant;

/** Brings back what agents put off, once what they wait for has come. */
public final class PutOffs {
    private final Desk desk;
    private final Agents agents;
    private final Baton baton;
    private final Journal journal;
    private final Clock clock;

    public PutOffs(Desk desk, Agents agents, Baton baton, Journal journal, Clock clock) {
        this.desk = desk;
        this.agents = agents;
        this.baton = baton;
        this.journal = journal;
        this.clock = clock;
    }

    /** With the agent who put it off, if they are there; else with whoever is first. Where nobody did, it stays. */
    Ownership after(Hold hold) {
        var agent = hold.agent();
        if (agent == null) {
            return hold;
        }
        return agents.attends(agent) ? hold.resume(agent, clock.instant()) : hold.wake(clock.instant());
    }

    /** Something has come of what was begun. */
    void answered(Transaction transaction, ConversationId conversation) {
        if (desk.ownerOf(transaction, conversation) instanceof Hold hold) {
            wake(transaction, conversation, hold, "answer came");
        }
    }

    /** Whoever put it off had asked their colleagues in a note, and one of them has written one. */
    void noted(Transaction transaction, ConversationId conversation, String author) {
        if (desk.ownerOf(transaction, conversation) instanceof Hold hold
                && hold.agent() != null
                && !hold.agent().equals(author)
                && asked(transaction, conversation, hold.agent())) {
            wake(transaction, conversation, hold, "colleague answered");
        }
    }

    private boolean asked(Transaction transaction, ConversationId conversation, String agent) {
        var since = Stretches.in(transaction, conversation).stream()
                .findFirst()
                .map(Stretch::joined)
                .orElse(Instant.MIN);
        return journal.noted(transaction, conversation, Replies.NOTE).stream()
                .map(entry -> (Noted) entry.happening())
                .filter(note -> !note.at().isBefore(since))
                .anyMatch(note -> agent.equals(note.actor()) && note.why().contains("@"));
    }

    private void wake(Transaction transaction, ConversationId conversation, Hold hold, String why) {
        var to = after(hold);
        if (to.epoch() != hold.epoch()) {
            baton.pass(transaction, conversation, hold, to, Change.because(why));
        }
    }
}
