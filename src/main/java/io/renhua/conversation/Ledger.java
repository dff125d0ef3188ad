package io.renhua.conversation;

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
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;

/** Enters a turn into the store: message done, memory, owner, journal and words, all in one commit or none. */
public final class Ledger {
    private final Store store;
    private final Inbox inbox;
    private final States states;
    private final Desk desk;
    private final Journal journal;
    private final Voice voice;
    private final Clock clock;

    public Ledger(Store store, Inbox inbox, States states, Desk desk, Journal journal, Voice voice, Clock clock) {
        this.store = store;
        this.inbox = inbox;
        this.states = states;
        this.desk = desk;
        this.journal = journal;
        this.voice = voice;
        this.clock = clock;
    }

    /** Nothing to do but to note that a person has the message, if one still has. */
    void close(Arrival arrival, Ownership owner) {
        store.write(transaction -> {
            if (unchanged(transaction, arrival, owner)) {
                inbox.done(transaction, arrival);
            }
        });
    }

    /** Enters the turn, unless the conversation changed hands meanwhile: then it stays to be handled afresh. */
    void enter(Arrival arrival, Ownership owner, LivePersona live, Heard heard, Step step) {
        var message = arrival.message();
        store.write(transaction -> {
            if (!unchanged(transaction, arrival, owner)) {
                return;
            }
            journal.append(transaction, understood(message, live, heard, step));
            states.save(transaction, message.conversation(), step.state());
            long epoch = pass(transaction, message.conversation(), owner, step);
            voice.persona(
                    transaction,
                    message.conversation(),
                    message.id(),
                    Voice.Speech.of(live.persona(), step),
                    message.reply(),
                    epoch);
            inbox.done(transaction, arrival);
        });
    }

    private boolean unchanged(Transaction transaction, Arrival arrival, Ownership owner) {
        return desk.ownerOf(transaction, arrival.message().conversation()).epoch() == owner.epoch();
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
    private long pass(Transaction transaction, ConversationId conversation, Ownership owner, Step step) {
        var now = clock.instant();
        var current = owner;
        for (var move : step.moves()) {
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
