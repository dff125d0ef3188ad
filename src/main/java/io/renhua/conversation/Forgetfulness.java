package io.renhua.conversation;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;

/**
 * What goes the moment somebody wants to be forgotten: whatever is known of them on that channel, by whomever it was told. What
 * they said goes when a person erases them.
 */
final class Forgetfulness {
    /** The kind of note that it went. */
    private static final String GONE = "forgotten";

    /** The kind of note that it must be kept, and why. */
    private static final String KEPT = "not_forgotten";

    private final Journal journal;
    private final Clock clock;

    Forgetfulness(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    void of(Transaction transaction, ConversationId conversation) {
        var now = clock.instant();
        for (var each : Erasures.theirs(transaction, conversation)) {
            LegalHolds.of(transaction, each, now)
                    .ifPresentOrElse(hold -> note(transaction, each, KEPT, hold.why()), () -> {
                        Belongings.leaveKnown(transaction, each);
                        note(transaction, each, GONE, "");
                    });
        }
    }

    private void note(Transaction transaction, ConversationId conversation, String kind, String why) {
        journal.append(transaction, new Happening.Noted(conversation, clock.instant(), kind, why));
    }
}
