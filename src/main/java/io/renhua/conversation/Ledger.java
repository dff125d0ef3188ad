package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.Heard;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Move;
import io.renhua.dialogue.Step;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.ReplyHandle;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Enters a turn into the store: messages done, memory, owner, journal and words, all in one commit or none. */
public final class Ledger {
    private final Store store;
    private final Arrivals arrivals;
    private final Gathering gathering;
    private final Leases leases;
    private final States states;
    private final Timers timers;
    private final Dialogue dialogue;
    private final Desk desk;
    private final Journal journal;
    private final Voice voice;
    private final Function<ConversationId, Place> places;
    private final Clock clock;

    /** @param places keeps a place on the way free for a conversation's next call */
    public Ledger(
            Store store,
            Arrivals arrivals,
            Gathering gathering,
            Leases leases,
            States states,
            Timers timers,
            Dialogue dialogue,
            Desk desk,
            Journal journal,
            Voice voice,
            Function<ConversationId, Place> places,
            Clock clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.gathering = gathering;
        this.leases = leases;
        this.states = states;
        this.timers = timers;
        this.dialogue = dialogue;
        this.desk = desk;
        this.journal = journal;
        this.voice = voice;
        this.places = places;
        this.clock = clock;
    }

    /** Nothing to do but to note that a person has the messages, if one still has. */
    void close(List<Arrival> breath, Ownership owner) {
        store.write(lane(breath), transaction -> {
            if (unchanged(transaction, breath, owner)) {
                done(transaction, breath);
                transaction.afterwards(() -> forgo(breath, null));
            }
        });
    }

    /**
     * Enters the turn, unless the conversation changed hands meanwhile, or they said more: then it stays to be handled
     * afresh.
     */
    void enter(Decision decision) {
        var words = voice.judged(decision.speech());
        try (var place = words.speech().says().isEmpty() ? Place.NONE : places.apply(decision.conversation())) {
            store.write(decision.conversation().toString(), transaction -> {
                var breath = decision.breath();
                if (unchanged(transaction, breath, decision.owner()) && !overtaken(transaction, breath)) {
                    enter(transaction, decision, words, place);
                }
            });
        }
    }

    private void enter(Transaction transaction, Decision decision, Voice.Judged words, Place place) {
        var conversation = decision.conversation();
        understood(transaction, decision);
        states.save(
                transaction,
                conversation,
                decision.step().state(),
                decision.live().persona().version());
        expireForm(transaction, decision);
        long epoch = pass(transaction, decision);
        var reply = words.speech().says().isEmpty() ? null : decision.freshestReply();
        voice.persona(transaction, conversation, decision.last().id(), words, reply, epoch, place);
        done(transaction, decision.breath());
        transaction.afterwards(() -> forgo(decision.breath(), reply));
    }

    /** Platforms that hold a message open for its reply need not wait where another way is used. */
    private void forgo(List<Arrival> breath, @Nullable ReplyHandle used) {
        breath.stream()
                .map(arrival -> arrival.message().reply())
                .filter(handle -> handle != null && !handle.equals(used))
                .forEach(handle -> voice.forgo(breath.getFirst().message().conversation(), handle));
    }

    private void expireForm(Transaction transaction, Decision decision) {
        var persona = decision.live().persona();
        var expiry = dialogue.expiry(persona, decision.step().state());
        if (expiry.isPresent()) {
            var form = expiry.get();
            timers.set(transaction, decision.conversation(), new Alarm.FormExpires(form.form()), form.at());
        } else if (dialogue.expiry(persona, decision.before()).isPresent()) {
            timers.cancel(transaction, decision.conversation(), Alarm.FormExpires.class);
        }
    }

    private static String lane(List<Arrival> breath) {
        return breath.getFirst().message().conversation().toString();
    }

    private void done(Transaction transaction, List<Arrival> breath) {
        breath.forEach(arrival -> arrivals.done(transaction, arrival));
    }

    private boolean overtaken(Transaction transaction, List<Arrival> breath) {
        return !gathering.isOver(breath) && arrivals.overtaken(transaction, breath);
    }

    private boolean unchanged(Transaction transaction, List<Arrival> breath, Ownership owner) {
        var conversation = breath.getFirst().message().conversation();
        leases.check(transaction, conversation);
        return desk.ownerOf(transaction, conversation).epoch() == owner.epoch();
    }

    /** Notes of every bubble what the sentence was taken for that it belongs to. */
    private void understood(Transaction transaction, Decision decision) {
        var messages = decision.breath().iterator();
        var steps = decision.upshot().each().iterator();
        for (var heard : decision.heard()) {
            var step = steps.next();
            for (int bubble = 0; bubble < heard.bubbles(); bubble++) {
                var message = messages.next().message();
                journal.append(transaction, understood(message, decision.live(), heard, step));
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

    /** Hands the conversation on where the step says so, and says in which epoch its words are spoken. */
    private long pass(Transaction transaction, Decision decision) {
        var conversation = decision.conversation();
        var promised = decision.heard().getLast().waits();
        var now = clock.instant();
        var current = decision.owner();
        for (var move : decision.step().moves()) {
            var next = switch (move) {
                case Move.Say say -> current;
                case Move.HandOff(var queue, var why) ->
                    switch (current) {
                        case Bot bot -> bot.ask(queue, why, now);
                        case Queued queued -> queued.moved(queue, why);
                        case Human human -> human;
                    };
                case Move.Withdraw() ->
                    switch (current) {
                        case Queued queued -> queued.withdraw();
                        case Bot bot -> bot;
                        case Human human -> human;
                    };
            };
            if (next.epoch() != current.epoch()) {
                desk.pass(transaction, conversation, current, next, reason(move));
                voice.carry(transaction, conversation, current.epoch(), next.epoch());
                current = next;
                if (next instanceof Queued queued) {
                    timers.promise(transaction, conversation, queued, promised);
                }
            }
        }
        return current.epoch();
    }

    private static String reason(Move move) {
        return switch (move) {
            case Move.HandOff(var queue, var why) -> why;
            case Move.Withdraw() -> "withdrawn";
            case Move.Say say -> "said";
        };
    }
}
