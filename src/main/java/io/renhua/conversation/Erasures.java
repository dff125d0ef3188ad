package io.renhua.conversation;

import io.renhua.handoff.Desk;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.people.Unions;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Erases a person: whatever any table keeps of their conversations goes. What is counted of the work of those who helped stays,
 * under a name that leads to nobody, and the journal keeps that somebody was erased, when and by whom.
 */
public final class Erasures {
    /** The kind of note that stays in the place of a person. */
    public static final String NOTE = "erased";

    private static final String THREAD = "erased-";

    private static final String THEIRS = """
            select conversation from journal where kind = 'Received' and channel = ? and conversation in (
              select conversation from journal where kind = 'Received' and channel = ? and person in (
                select person from journal where kind = 'Received' and conversation = ?))
            group by conversation having count(distinct person) = 1""";

    private final Store store;
    private final Unfinished unfinished;
    private final Unions unions;
    private final Journal journal;
    private final LegalHolds holds;
    private final Clock clock;

    public Erasures(Store store, Desk desk, Unions unions, Journal journal, Clock clock) {
        this.store = store;
        this.unfinished = new Unfinished(desk);
        this.unions = unions;
        this.journal = journal;
        this.holds = new LegalHolds(store, journal, clock);
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param conversations that are no more */
        record Erased(Set<ConversationId> conversations) implements Outcome {
            public Erased {
                conversations = Set.copyOf(conversations);
            }
        }

        /** Somebody has it, waits in it, or something is on its way there; nothing was erased in it. */
        record InWork(ConversationId conversation) implements Outcome {}

        /** Somebody needs it until a day, and it is erased then; the others of that person are erased. */
        record Held(LegalHold hold) implements Outcome {}

        /** There is no such conversation. */
        record Unknown() implements Outcome {}
    }

    /** Whether a conversation only tells that somebody was erased. */
    public static boolean isTombstone(ConversationId conversation) {
        return conversation.thread().startsWith(THREAD);
    }

    /** A name that leads to nobody, for what is counted of a conversation that is no more. */
    static ConversationId tombstone(ConversationId conversation) {
        return new ConversationId(conversation.channel(), THREAD + UUID.randomUUID());
    }

    /**
     * Erases whoever wrote in a conversation: it, and each other on the same channel in which they wrote and nobody else.
     *
     * @param actor the login of whoever does it
     */
    public Outcome erase(ConversationId conversation, String actor) {
        return erase(conversation, List.of(), actor);
    }

    /** The same on every channel on which somebody at the desk said that it is them. */
    public Outcome eraseEverywhere(ConversationId conversation, String actor) {
        return erase(conversation, unions.elsewhere(conversation), actor);
    }

    private Outcome erase(ConversationId conversation, List<ConversationId> elsewhere, String actor) {
        if (journal.last(conversation, 1).isEmpty() || isTombstone(conversation)) {
            return new Outcome.Unknown();
        }
        var all = new LinkedHashSet<ConversationId>();
        elsewhere.reversed().forEach(each -> all.addAll(theirs(each))); // those that are found through others first
        all.addAll(theirs(conversation)); // last: as long as it is there, the others are found from it
        for (var each : all) {
            if (unfinished.isInWork(store, each)) {
                return new Outcome.InWork(each);
            }
        }
        for (var each : all) {
            if (!isSeenTo(each, actor)) {
                return new Outcome.InWork(each); // it has begun meanwhile; the next try takes what is left
            }
        }
        return all.stream()
                .map(holds::of)
                .flatMap(Optional::stream)
                .findFirst()
                .<Outcome>map(Outcome.Held::new)
                .orElseGet(() -> new Outcome.Erased(all));
    }

    /** Sees to what held conversations until now: whoever was to be erased is. */
    public void afterHolds() {
        for (var hold : holds.over()) {
            var actor = hold.erasedBy();
            if (actor == null || !(erase(hold.conversation(), actor) instanceof Outcome.InWork)) {
                holds.forget(hold);
            }
        }
    }

    /** It, and each other on the same channel in which its writer wrote and nobody else; a group alone. */
    private Set<ConversationId> theirs(ConversationId conversation) {
        if (unions.isGroup(conversation)) {
            return Set.of(conversation);
        }
        var channel = conversation.channel();
        var all = new LinkedHashSet<>(store.list(
                THEIRS, row -> ConversationId.parse(row.getString(1)), channel, channel, conversation.toString()));
        all.remove(conversation);
        all.add(conversation); // last: as long as it is there, the others are found from it
        return all;
    }

    /** Erased, or noted to be once nothing holds it any more; false while it is in work. */
    private boolean isSeenTo(ConversationId conversation, String actor) {
        var tombstone = tombstone(conversation);
        return store.commit(List.of(conversation.toString(), tombstone.toString()), transaction -> {
            boolean free = !unfinished.isInWork(transaction, conversation);
            if (free) {
                LegalHolds.of(transaction, conversation, clock.instant())
                        .ifPresentOrElse(
                                hold -> holds.eraseThen(transaction, hold, actor),
                                () -> erase(transaction, conversation, tombstone, actor));
            }
            return free;
        });
    }

    private void erase(Transaction transaction, ConversationId conversation, ConversationId tombstone, String actor) {
        Belongings.erase(transaction, conversation, tombstone);
        journal.append(transaction, new Happening.Noted(tombstone, clock.instant(), NOTE, "", actor));
    }
}
