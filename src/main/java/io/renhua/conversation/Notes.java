package io.renhua.conversation;

import io.renhua.handoff.DeskDrafts;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;

/** Words for those at the desk alone; whoever waited for them gets back what they put off. */
public final class Notes {
    private final Journal journal;
    private final DeskDrafts drafts;
    private final PutOffs putOffs;
    private final Clock clock;

    public Notes(Journal journal, DeskDrafts drafts, PutOffs putOffs, Clock clock) {
        this.journal = journal;
        this.drafts = drafts;
        this.putOffs = putOffs;
        this.clock = clock;
    }

    /** An agent leaves word for colleagues. */
    void write(Transaction transaction, ConversationId conversation, String agent, String words) {
        journal.append(transaction, new Happening.Noted(conversation, clock.instant(), Replies.NOTE, words, agent));
        drafts.used(transaction, conversation, agent, words);
        putOffs.noted(transaction, conversation, agent);
    }

    /** Something came of an action. */
    void cameOf(Transaction transaction, ConversationId conversation, String words) {
        journal.append(transaction, new Happening.Noted(conversation, clock.instant(), "action", words));
        putOffs.answered(transaction, conversation);
    }
}
