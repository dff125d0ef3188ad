package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;

/**
 * Ends conversations that are not to go on, because they left or because nobody is to answer them: nothing that waits is
 * said, asked or promised any more.
 */
public final class Closings {
    private final Baton baton;
    private final Timers timers;
    private final ErrandRows errands;
    private final States states;
    private final Dialogue dialogue;
    private final Clock clock;

    public Closings(Baton baton, Timers timers, ErrandRows errands, States states, Dialogue dialogue, Clock clock) {
        this.baton = baton;
        this.timers = timers;
        this.errands = errands;
        this.states = states;
        this.dialogue = dialogue;
        this.clock = clock;
    }

    /** Ends it, whoever has it; false, and nothing done, when somebody was faster. */
    boolean close(Transaction transaction, ConversationId conversation, Ownership owner, Exit.How how, Change change) {
        if (!baton.pass(transaction, conversation, owner, owner.shut(how, clock.instant()), change)) {
            return false;
        }
        timers.cancelAllBut(transaction, conversation, Alarm.BlockEnds.class);
        errands.drop(transaction, conversation);
        var remembered = states.load(transaction, conversation);
        var state = dialogue.afterPerson(remembered.state(), OpenQuestions.FACTS_STAY);
        states.save(transaction, conversation, state, remembered.version());
        return true;
    }

    /** It goes on, with whoever is to have it. */
    void open(Transaction transaction, ConversationId conversation, Closed closed, Ownership to, Change change) {
        baton.pass(transaction, conversation, closed, to, change);
    }
}
