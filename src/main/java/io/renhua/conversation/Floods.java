package io.renhua.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renhua.dialogue.Move;
import io.renhua.dialogue.Step;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sees who sends far more than anybody does, or asks for a person again and again: they are marked in the lists, wait like
 * others, and nobody is called to them or asked to take them. Each node counts what it handles.
 */
public final class Floods {
    /** The kind of note that says so. */
    public static final String NOTE = "flood";

    static final Duration OF_MESSAGES = Duration.ofMinutes(1);
    static final Duration OF_REQUESTS = Duration.ofMinutes(10);
    static final Duration LASTS = Duration.ofMinutes(30);

    private static final Duration MARKED_EVERY = Duration.ofMinutes(1);
    private static final int PEOPLE = 50_000;
    private static final String NOW = "select conversation from flood where until_at > ?";
    private static final String IS_NOW = "select conversation from flood where conversation = ? and until_at > ?";

    private final Store store;
    private final Journal journal;
    private final Rates rates;
    private final Clock clock;
    private final Cache<String, Recently> messages = kept(OF_MESSAGES);
    private final Cache<String, Recently> requests = kept(OF_REQUESTS);

    public Floods(Store store, Journal journal, Rates rates, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * From how many on it is too much.
     *
     * @param messages of one person within a minute
     * @param requests for a person by one person within ten minutes
     */
    public record Rates(int messages, int requests) {
        public static final Rates STANDARD = new Rates(30, 3);
    }

    /** Everybody who is marked now. */
    public Set<ConversationId> now() {
        return store.list(NOW, row -> ConversationId.parse(row.getString(1)), clock.instant()).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Counts what somebody sent. */
    void heard(List<Arrival> breath) {
        var message = breath.getFirst().message();
        if (message.echo() == null) {
            count(messages, OF_MESSAGES, rates.messages(), message, breath.size());
        }
    }

    /** Counts that somebody asks for a person whom nobody is asked for yet. */
    void asked(Inbound message, Ownership owner, Step step) {
        if (owner instanceof Bot && step.moves().stream().anyMatch(Move.HandOff.class::isInstance)) {
            count(requests, OF_REQUESTS, rates.requests(), message, 1);
        }
    }

    private void count(Cache<String, Recently> of, Duration within, int most, Inbound message, int times) {
        var now = clock.instant();
        var who = message.conversation().channel() + "\n" + message.person().id();
        var recently = of.get(who, key -> new Recently(most));
        if (recently.isMany(times, now, now.minus(within)) && recently.isToBeMarked(message.conversation(), now)) {
            store.write(
                    message.conversation().toString(), transaction -> mark(transaction, message.conversation(), now));
        }
    }

    private void mark(Transaction transaction, ConversationId conversation, Instant now) {
        boolean isNew = transaction
                .list(IS_NOW, row -> row.getString(1), conversation.toString(), now)
                .isEmpty();
        transaction.update("delete from flood where conversation = ?", conversation.toString());
        transaction.update(
                "insert into flood (conversation, since, until_at) values (?, ?, ?)",
                conversation.toString(),
                now,
                now.plus(LASTS));
        if (isNew) {
            journal.append(transaction, new Happening.Noted(conversation, now, NOTE, ""));
        }
    }

    private static Cache<String, Recently> kept(Duration within) {
        return Caffeine.newBuilder()
                .maximumSize(PEOPLE)
                .expireAfterAccess(within)
                .build();
    }

    /** The last times of somebody, no more of them than there need be. */
    private static final class Recently {
        private final int most;
        private final ArrayDeque<Instant> times = new ArrayDeque<>();
        private @Nullable ConversationId marked;
        private Instant markedAt = Instant.MIN;

        Recently(int most) {
            this.most = most;
        }

        /** While it goes on a mark need not be made anew with each of them. */
        synchronized boolean isToBeMarked(ConversationId conversation, Instant now) {
            if (conversation.equals(marked) && markedAt.isAfter(now.minus(MARKED_EVERY))) {
                return false;
            }
            marked = conversation;
            markedAt = now;
            return true;
        }

        synchronized boolean isMany(int more, Instant now, Instant since) {
            for (int i = 0; i < more; i++) {
                times.addLast(now);
                if (times.size() > most) {
                    times.removeFirst();
                }
            }
            return times.size() == most && times.getFirst().isAfter(since);
        }
    }
}
