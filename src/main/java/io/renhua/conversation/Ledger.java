package io.renhua.conversation;

import io.renhua.dialogue.Heard;
import io.renhua.dialogue.Hearing;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Move;
import io.renhua.dialogue.Step;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.ReplyHandle;
import io.renhua.people.Unions;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Enters a turn into the store: messages done, memory, owner, journal and words, all in one commit or none. */
public final class Ledger {
    private final Store store;
    private final Arrivals arrivals;
    private final Gathering gathering;
    private final Leases leases;
    private final Desk desk;
    private final Journal journal;
    private final Books books;
    private final Voice voice;
    private final Function<ConversationId, Place> places;
    private final Forgetfulness forgetfulness;
    private final Clock clock;

    /** @param places keeps a place on the way free for a conversation's next call */
    public Ledger(
            Store store,
            Arrivals arrivals,
            Gathering gathering,
            Leases leases,
            Desk desk,
            Journal journal,
            Books books,
            Voice voice,
            Function<ConversationId, Place> places,
            Clock clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.gathering = gathering;
        this.leases = leases;
        this.desk = desk;
        this.journal = journal;
        this.books = books;
        this.voice = voice;
        this.places = places;
        this.forgetfulness = new Forgetfulness(new Unions(store), journal, clock);
        this.clock = clock;
    }

    /** Nothing to do but to note that a person has the messages, and owes them a word, if one still has. */
    void leave(List<Arrival> breath, Ownership owner) {
        store.write(lane(breath), transaction -> {
            if (unchanged(transaction, breath, owner)) {
                done(transaction, breath);
                books.awaitReply(transaction, breath.getFirst(), owner);
                boolean isElsewhere = owner instanceof Outside outside && outside.isMirror();
                transaction.afterwards(isElsewhere ? () -> passOn(breath) : () -> forgo(breath, null));
            }
        });
    }

    /** Enters what is done about words that the persona need not understand; its answer takes the last way to reply. */
    void settle(List<Arrival> breath, Ownership owner, Consumer<Transaction> work) {
        store.write(lane(breath), transaction -> {
            if (unchanged(transaction, breath, owner)) {
                work.accept(transaction);
                done(transaction, breath);
                transaction.afterwards(
                        () -> forgo(breath, breath.getLast().message().reply()));
            }
        });
    }

    /**
     * Enters the turn, unless the conversation changed hands meanwhile, or they said more: then it stays to be handled
     * afresh.
     */
    void enter(Decision decision) {
        var words = voice.judged(decision.speech());
        var forgotten = forgetfulness.wanted(decision.last(), decision.step());
        try (var place = words.speech().says().isEmpty() ? Place.NONE : places.apply(decision.conversation())) {
            store.write(lanes(decision, forgotten), transaction -> {
                var breath = decision.breath();
                if (unchanged(transaction, breath, decision.owner()) && !overtaken(transaction, breath)) {
                    enter(transaction, decision, words, place);
                    forgetfulness.of(transaction, forgotten, decision.conversation());
                }
            });
        }
    }

    private void enter(Transaction transaction, Decision decision, Voice.Judged words, Place place) {
        understood(transaction, decision);
        paused(transaction, decision);
        long epoch = books.enter(transaction, decision.decided());
        boolean isElsewhere = decision.goesElsewhere();
        var reply = words.speech().says().isEmpty() || isElsewhere ? null : decision.freshestReply();
        voice.persona(transaction, decision.conversation(), decision.last().id(), words, reply, epoch, place);
        done(transaction, decision.breath());
        transaction.afterwards(isElsewhere ? () -> passOn(decision.breath()) : () -> forgo(decision.breath(), reply));
    }

    /** The last of them takes the others along. */
    private void passOn(List<Arrival> breath) {
        var last = breath.getLast().message().reply();
        if (last != null) {
            voice.passOn(breath.getFirst().message().conversation(), last);
        }
        forgo(breath, last);
    }

    /** Platforms that hold a message open for its reply need not wait where another way is used. */
    private void forgo(List<Arrival> breath, @Nullable ReplyHandle used) {
        breath.stream()
                .map(arrival -> arrival.message().reply())
                .filter(handle -> handle != null && !handle.equals(used))
                .forEach(handle -> voice.forgo(breath.getFirst().message().conversation(), handle));
    }

    private static List<String> lanes(Decision decision, List<ConversationId> others) {
        return Stream.concat(Stream.of(decision.conversation()), others.stream())
                .map(ConversationId::toString)
                .distinct()
                .toList();
    }

    private static String lane(List<Arrival> breath) {
        return breath.getFirst().message().conversation().toString();
    }

    private void done(Transaction transaction, List<Arrival> breath) {
        breath.forEach(arrival -> arrivals.done(transaction, arrival));
    }

    private boolean overtaken(Transaction transaction, List<Arrival> breath) {
        return arrivals.overtaken(transaction, breath, gathering.isOver(breath));
    }

    private boolean unchanged(Transaction transaction, List<Arrival> breath, Ownership owner) {
        var conversation = breath.getFirst().message().conversation();
        leases.check(transaction, conversation);
        return desk.ownerOf(transaction, conversation).epoch() == owner.epoch();
    }

    /** Whoever reads the thread sees why nobody answers. */
    private void paused(Transaction transaction, Decision decision) {
        for (var move : decision.step().moves()) {
            if (move instanceof Move.Pause(var until)) {
                journal.append(
                        transaction,
                        new Happening.Noted(decision.conversation(), clock.instant(), "paused", "until " + until));
            }
        }
    }

    /** Notes of every bubble what the sentence was taken for that it belongs to. */
    private void understood(Transaction transaction, Decision decision) {
        var messages = decision.breath().iterator();
        var steps = decision.upshot().each().iterator();
        for (var heard : decision.heard()) {
            var step = steps.next();
            var hearing = Hearing.of(decision.live().persona(), heard, step)
                    .map(Json::write)
                    .orElse(null);
            for (int bubble = 0; bubble < heard.bubbles(); bubble++) {
                var message = messages.next().message();
                journal.append(transaction, understood(message, decision.live(), heard, step), hearing);
            }
        }
    }

    private Happening understood(Inbound message, LivePersona live, Heard heard, Step step) {
        return new Happening.Understood(
                message.conversation(),
                clock.instant(),
                message.id(),
                live.persona().id(),
                live.persona().version(),
                step.locale(),
                step.intent(),
                step.confidence(),
                heard.ranking().band().name());
    }
}
