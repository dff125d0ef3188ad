package io.renhua.handoff;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who comes before everybody else: by a script's reason, or because somebody at the desk says so. It stays with a
 * conversation from hand to hand, until the persona has it again or it is resolved.
 */
public final class Urgency {
    /** The kind of note that somebody was put before everybody else. */
    public static final String URGENT = "urgent";

    /** The kind of note that somebody was urgent and is no more. */
    public static final String NOT_URGENT = "not_urgent";

    private static final String OPEN = "owner in ('queued', 'offered', 'human', 'transfer', 'hold')";
    private static final String ALL = "select conversation from ownership where urgency = 0 and " + OPEN;
    private static final String OF = "select urgency from ownership where conversation = ? and " + OPEN;
    private static final String RAISE =
            "update ownership set urgency = 0 where conversation = ? and urgency > 0 and " + OPEN;

    /** Nobody who had been first among the others loses that by having been urgent. */
    private static final String LOWER =
            "update ownership set urgency = 1 where conversation = ? and urgency = 0 and " + OPEN;

    private final Store store;
    private final Journal journal;
    private final Clock clock;

    public Urgency(Store store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** Everybody who is urgent now. */
    public Set<ConversationId> all() {
        return store.list(ALL, row -> ConversationId.parse(row.getString(1))).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether somebody is urgent; empty where nobody waits for a person or has one. */
    public Optional<Boolean> of(ConversationId conversation) {
        return of(store, conversation);
    }

    private static Optional<Boolean> of(Queries queries, ConversationId conversation) {
        return queries.list(OF, row -> row.getInt(1) == 0, conversation.toString()).stream()
                .findFirst();
    }

    /** Says, by an agent, whether somebody is urgent; false where nobody waits for a person or has one. */
    public boolean set(ConversationId conversation, boolean urgent, String agent) {
        return store.commit(conversation.toString(), transaction -> {
            if (of(transaction, conversation).isEmpty()) {
                return false;
            }
            if (transaction.update(urgent ? RAISE : LOWER, conversation.toString()) == 1) {
                var kind = urgent ? URGENT : NOT_URGENT;
                journal.append(transaction, new Happening.Noted(conversation, clock.instant(), kind, "", agent));
            }
            return true;
        });
    }
}
