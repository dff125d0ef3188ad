package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;

/** How a person's help ends: what the persona remembers of it, and what the consumer gets to read. */
public final class Endings {
    /** Platforms name people as the consumer does not: the persona's words do without. */
    static final String NOBODY = "";

    private final Baton baton;
    private final Announcements announcements;
    private final States states;
    private final Dialogue dialogue;
    private final Survey survey;
    private final Clock clock;

    public Endings(
            Baton baton, Announcements announcements, States states, Dialogue dialogue, Survey survey, Clock clock) {
        this.baton = baton;
        this.announcements = announcements;
        this.states = states;
        this.dialogue = dialogue;
        this.survey = survey;
        this.clock = clock;
    }

    /**
     * The persona has it again, and says so.
     *
     * @param alias who had it, as the consumer read it
     */
    void release(
            Transaction transaction,
            ConversationId conversation,
            Ownership from,
            Bot bot,
            Change change,
            String alias,
            OpenQuestions questions) {
        if (baton.pass(transaction, conversation, from, bot, change)) {
            remember(transaction, conversation, questions);
            announcements.back(transaction, conversation, bot.epoch(), alias);
        }
    }

    /** What is told of the open form, and what went wrong, is the past. */
    void remember(Transaction transaction, ConversationId conversation, OpenQuestions questions) {
        var remembered = states.load(transaction, conversation);
        var state = dialogue.afterPerson(remembered.state(), questions);
        states.save(transaction, conversation, state, remembered.version());
    }

    /** What was resolved cannot be taken back any more. */
    void close(Transaction transaction, ConversationId conversation, Wrap wrap) {
        var closed = wrap.close(clock.instant());
        if (baton.pass(transaction, conversation, wrap, closed, Change.because("over"))) {
            survey.ask(transaction, conversation, wrap.agent(), closed.epoch());
        }
    }

    /** Whoever answered in the platform's app has not done so for long; its own desk may still be at it, and is not interrupted. */
    void fellSilent(Transaction transaction, ConversationId conversation, Outside outside) {
        var bot = outside.end(Exit.How.TIMED_OUT, clock.instant());
        var change = Change.because("silent outside");
        if (outside.isMirror()) {
            if (baton.pass(transaction, conversation, outside, bot, change)) {
                remember(transaction, conversation, OpenQuestions.FACTS_STAY);
            }
        } else {
            release(transaction, conversation, outside, bot, change, NOBODY, OpenQuestions.FACTS_STAY);
        }
    }

    /** The platform's own desk is done. */
    void givenBack(Transaction transaction, ConversationId conversation, Outside outside) {
        var bot = outside.end(Exit.How.RELEASED, clock.instant());
        var change = Change.because("given back outside");
        release(transaction, conversation, outside, bot, change, NOBODY, OpenQuestions.FACTS_STAY);
    }
}
