package io.renhua.conversation;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import io.renhua.store.Transaction;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens in a conversation by the clock and not by a word: one commit with the alarm that asked for it. */
public final class AlarmHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmHandler.class);
    private static final int TRIES = 3;

    private final Store store;
    private final Timers timers;
    private final Leases leases;
    private final Journal journal;
    private final LeftOpen leftOpen;
    private final LongWaits longWaits;
    private final DeskClock desk;
    private final ErrandsBack errands;
    private final Turnaways turnaways;
    private final Clock clock;

    public AlarmHandler(
            Store store,
            Timers timers,
            Leases leases,
            Journal journal,
            LeftOpen leftOpen,
            LongWaits longWaits,
            DeskClock desk,
            ErrandsBack errands,
            Turnaways turnaways,
            Clock clock) {
        this.store = store;
        this.timers = timers;
        this.leases = leases;
        this.journal = journal;
        this.leftOpen = leftOpen;
        this.longWaits = longWaits;
        this.desk = desk;
        this.errands = errands;
        this.turnaways = turnaways;
        this.clock = clock;
    }

    /**
     * Lets everything happen that is due in a conversation, one alarm after the other. One that fails comes back later, a few
     * times; neither the next alarm nor anybody's words wait for it.
     */
    void ring(ConversationId conversation) {
        for (var due = timers.next(conversation); due.isPresent(); due = timers.next(conversation)) {
            ring(conversation, due.get());
        }
        timers.rang(conversation);
    }

    private void ring(ConversationId conversation, Timers.Due due) {
        try {
            store.write(conversation.toString(), transaction -> {
                leases.check(transaction, conversation);
                if (timers.take(transaction, conversation, due)) {
                    ring(transaction, conversation, due);
                }
            });
        } catch (StoreAway | LeaseLost e) {
            throw e; // nothing is wrong with the alarm
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("alarm {} on {} failed, try {}", due.kind(), conversation.channel(), due.attempts() + 1, e);
            store.write(conversation.toString(), transaction -> failed(transaction, conversation, due, e));
        }
    }

    private void failed(Transaction transaction, ConversationId conversation, Timers.Due due, Throwable failure) {
        leases.check(transaction, conversation);
        if (due.attempts() + 1 < TRIES) {
            var delay = BackOff.after(due.attempts(), conversation.hashCode());
            timers.putOff(transaction, conversation, due, clock.instant().plus(delay));
        } else if (timers.take(transaction, conversation, due)) {
            leaveOut(transaction, conversation, due, failure.getClass().getSimpleName());
        }
    }

    private void ring(Transaction transaction, ConversationId conversation, Timers.Due due) {
        var alarm = due.alarm();
        if (alarm == null) {
            leaveOut(transaction, conversation, due, DeadLetter.UNREADABLE);
        } else {
            ring(transaction, conversation, alarm);
        }
    }

    /** The words that wait behind it matter more; the desk's people see that something did not happen. */
    private void leaveOut(Transaction transaction, ConversationId conversation, Timers.Due due, String why) {
        transaction.afterwards(
                () -> LOG.error("alarm {} on {} is left out: {}", due.kind(), conversation.channel(), why));
        journal.append(
                transaction, new Happening.Noted(conversation, clock.instant(), "alarm", due.kind() + " " + why));
    }

    private void ring(Transaction transaction, ConversationId conversation, Alarm alarm) {
        switch (alarm) {
            case Alarm.FormExpires(var form) -> leftOpen.expire(transaction, conversation, form);
            case Alarm.Performed() -> errands.enter(transaction, conversation);
            case Alarm.WaitExceeded(var since, var promised) -> longWaits.apologise(transaction, conversation, since);
            case Alarm.TimeIsUp(var epoch) -> desk.timeIsUp(transaction, conversation, epoch);
            case Alarm.BlockEnds(var person) -> turnaways.end(transaction, conversation, person);
            case Alarm.NoReply(var epoch) -> desk.noReply(transaction, conversation, epoch);
        }
    }
}
