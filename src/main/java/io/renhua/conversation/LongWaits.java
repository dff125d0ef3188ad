package io.renhua.conversation;

import io.renhua.handoff.Desk;
import io.renhua.handoff.Request;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Speaks to those who wait for a person longer than they were told. */
public final class LongWaits {
    /** The kind of note by which supervisors find a promise that was not kept. */
    public static final String PROMISE = "promise";

    private final Desk desk;
    private final Announcements announcements;
    private final Journal journal;
    private final Clock clock;

    public LongWaits(Desk desk, Announcements announcements, Journal journal, Clock clock) {
        this.desk = desk;
        this.announcements = announcements;
        this.journal = journal;
        this.clock = clock;
    }

    /** Once for each wait: how long it will take now, and a note that the desk's people see. */
    void apologise(Transaction transaction, ConversationId conversation, @Nullable Instant since) {
        var owner = desk.ownerOf(transaction, conversation);
        if (owner.asked()
                .map(Request::since)
                .filter(begun -> begun.equals(since))
                .isEmpty()) {
            return;
        }
        var outlook = desk.outlook(transaction);
        var without = new Desk.Outlook(outlook.attended(), outlook.ahead() - 1, outlook.waits());
        announcements.waitingLonger(transaction, conversation, owner.epoch(), without);
        journal.append(
                transaction,
                new Happening.Noted(conversation, clock.instant(), PROMISE, "waits longer than was promised"));
    }
}
