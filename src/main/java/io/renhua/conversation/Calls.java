package io.renhua.conversation;

import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Request;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a person where the persona cannot go on. */
public final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final Desk desk;
    private final Baton baton;
    private final Announcements announcements;
    private final OfficeHours hours;
    private final Clock clock;

    public Calls(Desk desk, Baton baton, Announcements announcements, OfficeHours hours, Clock clock) {
        this.desk = desk;
        this.baton = baton;
        this.announcements = announcements;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * What the persona has said still goes out, and whoever wrote is told that somebody comes, unless that is what cannot
     * be said. Nothing is done where a person is there, or on the way.
     *
     * @return who owes the next word now
     */
    Ownership call(Transaction transaction, ConversationId conversation, String why) {
        var owner = desk.ownerOf(transaction, conversation);
        return switch (owner) {
            case Bot bot -> call(transaction, conversation, bot, bot, why);
            case Closed closed
            when !closed.ended(Exit.How.BLOCKED) -> call(transaction, conversation, closed, closed.reopen(), why);
            default -> owner;
        };
    }

    private Ownership call(Transaction transaction, ConversationId conversation, Ownership from, Bot bot, String why) {
        var outlook = desk.outlook(transaction);
        var request = Request.ordinary(Desk.ANY_TEAM, why, clock.instant());
        var to = outlook.attended()
                ? bot.ask(request)
                : bot.leaveWord(request, hours.lookAgain(transaction, conversation));
        baton.pass(transaction, conversation, from, to, Change.because(why));
        tell(transaction, conversation, to, outlook);
        return to;
    }

    /** What made the turn fail may keep its persona from saying so. */
    private void tell(Transaction transaction, ConversationId conversation, Ownership owner, Desk.Outlook outlook) {
        try {
            announcements.waiting(transaction, conversation, owner.epoch(), outlook);
        } catch (JdbiException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("nobody on {} can be told that a person comes", conversation.channel(), e);
        }
    }
}
