package io.renhua.conversation;

import io.renhua.dialogue.Move;
import io.renhua.dialogue.Step;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.people.Contact;
import io.renhua.people.Unions;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * What goes the moment somebody wants to be forgotten: whatever is known of them on that channel, by whomever it was told. What
 * they said goes when a person erases them.
 */
final class Forgetfulness {
    /** The kind of note that it went. */
    private static final String GONE = "forgotten";

    /** The kind of note that it must be kept, and why. */
    private static final String KEPT = "not_forgotten";

    private final Unions unions;
    private final Journal journal;
    private final Clock clock;

    Forgetfulness(Unions unions, Journal journal, Clock clock) {
        this.unions = unions;
        this.journal = journal;
        this.clock = clock;
    }

    /** Where it goes: in each conversation that is theirs alone, and nowhere while nobody wants it. */
    List<ConversationId> wanted(Inbound last, Step step) {
        if (!step.moves().contains(new Move.Forget())) {
            return List.of();
        }
        var here = last.conversation();
        var others = unions.alone(new Contact(here.channel(), last.person().id())).stream();
        return Stream.concat(unions.isGroup(here) ? Stream.empty() : Stream.of(here), others)
                .distinct()
                .toList();
    }

    /** @param here where they asked for it: what they told there is forgotten by the turn itself */
    void of(Transaction transaction, List<ConversationId> conversations, ConversationId here) {
        for (var each : conversations) {
            LegalHolds.of(transaction, each, clock.instant())
                    .ifPresentOrElse(hold -> note(transaction, each, KEPT, hold.why()), () -> {
                        Belongings.leaveKnown(transaction, each);
                        ErrandRows.forget(transaction, each);
                        if (!each.equals(here)) {
                            States.forget(transaction, each);
                        }
                        note(transaction, each, GONE, "");
                    });
        }
    }

    private void note(Transaction transaction, ConversationId conversation, String kind, String why) {
        journal.append(transaction, new Happening.Noted(conversation, clock.instant(), kind, why));
    }
}
