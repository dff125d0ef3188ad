package io.renhua.conversation;

import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Transfer;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;

/** What happens at the desk by the clock: nobody is waited for without end. */
public final class DeskClock {
    /** Why a conversation is nobody's any more whose agent is not there. */
    static final String GONE = "gone";

    private final Desk desk;
    private final Agents agents;
    private final Baton baton;
    private final Timers timers;
    private final Announcements announcements;
    private final OfficeHours hours;
    private final Endings endings;
    private final Clock clock;

    public DeskClock(
            Desk desk,
            Agents agents,
            Baton baton,
            Timers timers,
            Announcements announcements,
            OfficeHours hours,
            Endings endings,
            Clock clock) {
        this.desk = desk;
        this.agents = agents;
        this.baton = baton;
        this.timers = timers;
        this.announcements = announcements;
        this.hours = hours;
        this.endings = endings;
        this.clock = clock;
    }

    /** What the conversation's state waited for did not come. */
    void timeIsUp(Transaction transaction, ConversationId conversation, long epoch) {
        var owner = desk.ownerOf(transaction, conversation);
        if (owner.epoch() != epoch) {
            return; // it came
        }
        switch (owner) {
            case Offered offered -> passOver(transaction, conversation, offered);
            case Transfer transfer -> notTaken(transaction, conversation, transfer);
            case Hold hold -> putOffLongEnough(transaction, conversation, hold);
            case Wrap wrap -> endings.close(transaction, conversation, wrap);
            case Outside outside -> endings.fellSilent(transaction, conversation, outside);
            case Ownership.Bot bot -> {}
            case Queued queued -> waitedTooLong(transaction, conversation, queued);
            case Human human -> {}
            case Ownership.Closed closed -> {}
        }
    }

    /** Another team takes whom the script says so of. */
    private void waitedTooLong(Transaction transaction, ConversationId conversation, Queued queued) {
        var team = queued.request().wish().fallsTo();
        if (team != null) {
            baton.pass(transaction, conversation, queued, queued.fall(team), Change.because("waited too long"));
        }
    }

    private void passOver(Transaction transaction, ConversationId conversation, Offered offered) {
        boolean away = agents.missed(transaction, offered.agent());
        baton.pass(
                transaction,
                conversation,
                offered,
                offered.passOver(),
                Change.because(away ? "missed twice" : "missed"));
    }

    private void notTaken(Transaction transaction, ConversationId conversation, Transfer transfer) {
        var to = agents.attends(transfer.agent()) ? transfer.decline() : transfer.leave(GONE, clock.instant());
        baton.pass(transaction, conversation, transfer, to, Change.because("not taken"));
    }

    private void putOffLongEnough(Transaction transaction, ConversationId conversation, Hold hold) {
        var agent = hold.agent();
        if (agent != null) {
            var to = agents.attends(agent) ? hold.resume(agent, clock.instant()) : hold.wake(clock.instant());
            baton.pass(transaction, conversation, hold, to, Change.because("put off until now"));
        } else {
            open(transaction, conversation, hold);
        }
    }

    /** Those who left word wait for a person once one is there. */
    private void open(Transaction transaction, ConversationId conversation, Hold hold) {
        if (hours.areOpen(transaction, conversation)
                && desk.outlook(transaction).attended()) {
            baton.pass(transaction, conversation, hold, hold.wake(clock.instant()), Change.because("opened"));
        } else {
            var again = hours.lookAgain(transaction, conversation);
            timers.set(transaction, conversation, new Alarm.TimeIsUp(hold.epoch()), again);
        }
    }

    /** Whoever has the conversation leaves somebody waiting. */
    void noReply(Transaction transaction, ConversationId conversation, long epoch) {
        desk.held(transaction, conversation)
                .filter(held -> held.waitingSince() != null)
                .map(Desk.Held::owner)
                .filter(owner -> owner.epoch() == epoch)
                .ifPresent(owner -> leave(transaction, conversation, owner, "no reply"));
    }

    /** Whoever has left is not waited for: neither for their word, nor for them to accept. */
    void withoutThem(Transaction transaction, ConversationId conversation, String login) {
        var owner = desk.ownerOf(transaction, conversation);
        if (owner instanceof Offered offered && offered.agent().equals(login)) {
            baton.pass(transaction, conversation, offered, offered.passOver(), Change.because(GONE));
        } else if (owner instanceof Human human
                && human.agent().equals(login)
                && desk.owesAWord(transaction, conversation)) {
            leave(transaction, conversation, human, GONE);
        }
    }

    /** Takes a conversation from whoever has it, and tells the person that they are not forgotten. */
    void leave(Transaction transaction, ConversationId conversation, Ownership owner, String why) {
        var now = clock.instant();
        var to = switch (owner) {
            case Human human -> human.leave(why, now);
            case Transfer transfer -> transfer.leave(why, now);
            default -> owner;
        };
        if (to.epoch() != owner.epoch() && baton.pass(transaction, conversation, owner, to, Change.because(why))) {
            announcements.stillHere(transaction, conversation, to.epoch());
        }
    }
}
