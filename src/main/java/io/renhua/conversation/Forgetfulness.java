package io.renhua.conversation;

import io.renhua.dialogue.Move;
import io.renhua.dialogue.Step;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.List;

/**
 * What goes the moment somebody wants to be forgotten: whatever is known of them on that channel, by whomever it was told. What
 * they said goes when a person erases them.
 */
final class Forgetfulness {
    /** The kind of note that it went. */
    private static final String GONE = "forgotten";

    /** The kind of note that it must be kept, and why. */
    private static final String KEPT = "not_forgotten";

    private final Store store;
    private final Journal journal;
    private final Clock clock;

    Forgetfulness(Store store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** Where it goes: in each conversation that is theirs alone, and nowhere while nobody wants it. */
    List<ConversationId> wanted(ConversationId conversation, Step step) {
        return step.moves().contains(new Move.Forget()) ? List.copyOf(Erasures.theirs(store, conversation)) : List.of();
    }

    void of(Transaction transaction, List<ConversationId> conversations) {
        for (var each : conversations) {
            LegalHolds.of(transaction, each, clock.instant())
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
