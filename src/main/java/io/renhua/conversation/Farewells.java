package io.renhua.conversation;

import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.store.Transaction;
import java.time.Instant;

/** Hears that somebody has left, from the platform or from what it refuses, and that they can be reached again. */
public final class Farewells {
    /** Why a conversation is over that its person has left. */
    public static final String LEFT = Exit.How.LEFT.word();

    private static final String BACK = "came back";

    private final Desk desk;
    private final Baton baton;
    private final Closings closings;
    private final Journal journal;

    public Farewells(Desk desk, Baton baton, Closings closings, Journal journal) {
        this.desk = desk;
        this.baton = baton;
        this.closings = closings;
        this.journal = journal;
    }

    /** Whether it tells of coming or going alone, and is no word to anybody. */
    static boolean isOne(Inbound message) {
        return message.content() instanceof Content.Entered(var entry)
                && (entry instanceof Entry.Left || entry instanceof Entry.Returned);
    }

    /** Enters what it means. One that comes later than what they did after it means nothing any more. */
    void enter(Transaction transaction, Inbound message) {
        var conversation = message.conversation();
        if (message.content() instanceof Content.Entered(var entry) && !isOvertaken(transaction, message)) {
            if (entry instanceof Entry.Left) {
                left(transaction, conversation);
            } else {
                returned(transaction, conversation);
            }
        }
    }

    private boolean isOvertaken(Transaction transaction, Inbound message) {
        return desk.lately(transaction, message.conversation()).stream()
                .anyMatch(happening -> happening instanceof Received received
                        && received.sentAt().isAfter(message.sentAt()));
    }

    /** The platform refuses a call because nobody is there any more; whoever wrote since then is. */
    public void refused(Transaction transaction, ConversationId conversation, Instant saidAt) {
        if (!journal.hasHeard(transaction, conversation, saidAt)) {
            left(transaction, conversation);
        }
    }

    private void left(Transaction transaction, ConversationId conversation) {
        var owner = desk.ownerOf(transaction, conversation);
        if (!hasLeft(owner)) {
            closings.close(transaction, conversation, owner, Exit.How.LEFT, Change.because(LEFT));
        }
    }

    private void returned(Transaction transaction, ConversationId conversation) {
        if (desk.ownerOf(transaction, conversation) instanceof Closed closed && hasLeft(closed)) {
            baton.pass(transaction, conversation, closed, closed.reopen(), Change.because(BACK));
        }
    }

    private static boolean hasLeft(Ownership owner) {
        return owner instanceof Closed closed && closed.ended(Exit.How.LEFT);
    }
}
