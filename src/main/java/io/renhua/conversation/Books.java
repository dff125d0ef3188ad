package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Move;
import io.renhua.dialogue.Step;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Transfer;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.handoff.Request;
import io.renhua.handoff.Request.Rank;
import io.renhua.handoff.Request.Wish;
import io.renhua.handoff.Stretch;
import io.renhua.handoff.Stretches;
import io.renhua.message.ConversationId;
import io.renhua.people.Unions;
import io.renhua.persona.Routing;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A conversation's books, kept in step: what the persona remembers, who owes the next word, what is to happen by the clock. */
public final class Books {
    private final States states;
    private final Timers timers;
    private final Dialogue dialogue;
    private final Desk desk;
    private final Baton baton;
    private final Voice voice;
    private final ErrandRows errands;
    private final Unions unions;
    private final Clock clock;

    public Books(
            States states,
            Timers timers,
            Dialogue dialogue,
            Desk desk,
            Baton baton,
            Voice voice,
            ErrandRows errands,
            Unions unions,
            Clock clock) {
        this.states = states;
        this.timers = timers;
        this.dialogue = dialogue;
        this.desk = desk;
        this.baton = baton;
        this.voice = voice;
        this.errands = errands;
        this.unions = unions;
        this.clock = clock;
    }

    /**
     * What the persona decided.
     *
     * @param occasion what led to it: a message, an errand, by its id
     * @param before what it remembered then
     * @param owner who owed the next word then
     */
    record Decided(
            ConversationId conversation,
            String occasion,
            LivePersona live,
            DialogueState before,
            Ownership owner,
            Step step) {}

    /** A conversation as it stands. */
    record Page(Remembered remembered, Ownership owner) {}

    Page page(Transaction transaction, ConversationId conversation) {
        return new Page(states.load(transaction, conversation), desk.ownerOf(transaction, conversation));
    }

    /** Enters what is remembered from now on, and nothing else. */
    void remember(Transaction transaction, ConversationId conversation, LivePersona live, DialogueState state) {
        states.save(transaction, conversation, state, live.persona().version());
    }

    /** Enters what was decided without being spoken to, its words too. */
    void say(Transaction transaction, Decided decided) {
        var words = voice.judged(Voice.Speech.of(decided.live(), decided.step()));
        long epoch = enter(transaction, decided);
        voice.persona(transaction, decided.conversation(), decided.occasion(), words, null, epoch, Place.NONE);
    }

    /** Enters all of it but the words; comes back with the epoch in which those are spoken. */
    long enter(Transaction transaction, Decided decided) {
        remember(
                transaction,
                decided.conversation(),
                decided.live(),
                decided.step().state());
        expireForm(transaction, decided);
        perform(transaction, decided);
        return pass(transaction, decided);
    }

    /** Notes since when a person owes a word, and sees to it that one comes. */
    void awaitReply(Transaction transaction, Arrival first, Ownership owner) {
        if (owner.speaker().isEmpty()) {
            return; // whoever answers outside our desk goes by no clock of ours
        }
        baton.awaitReply(transaction, first.message().conversation(), owner, first.receivedAt());
    }

    private void perform(Transaction transaction, Decided decided) {
        var persona = decided.live().persona();
        for (var move : decided.step().moves()) {
            if (move instanceof Move.Perform perform) {
                errands.add(
                        transaction,
                        decided.conversation(),
                        decided.occasion(),
                        persona,
                        decided.step().locale(),
                        perform);
            }
        }
    }

    private void expireForm(Transaction transaction, Decided decided) {
        var persona = decided.live().persona();
        var expiry = dialogue.expiry(persona, decided.step().state());
        if (expiry.isPresent()) {
            var form = expiry.get();
            timers.set(transaction, decided.conversation(), new Alarm.FormExpires(form.form()), form.at());
        } else if (dialogue.expiry(persona, decided.before()).isPresent()) {
            timers.cancel(transaction, decided.conversation(), Alarm.FormExpires.class);
        }
    }

    /** Hands the conversation on where the step says so. */
    private long pass(Transaction transaction, Decided decided) {
        var conversation = decided.conversation();
        var current = decided.owner();
        for (var move : decided.step().moves()) {
            var next = after(transaction, conversation, move, current);
            if (next.epoch() != current.epoch()) {
                var change = Change.because(reason(move))
                        .knowing(decided.step().state().told());
                baton.pass(transaction, conversation, current, next, change);
                current = next;
            }
        }
        return current.epoch();
    }

    private Ownership after(Transaction transaction, ConversationId conversation, Move move, Ownership owner) {
        return switch (move) {
            case Move.Say say -> owner;
            case Move.Perform perform -> owner;
            case Move.Pause pause -> owner;
            case Move.Forget forget -> owner;
            case Move.HandOff handOff -> asked(transaction, conversation, handOff, owner);
            case Move.Withdraw() -> withdrawn(transaction, conversation, owner);
        };
    }

    private Ownership asked(Transaction transaction, ConversationId conversation, Move.HandOff move, Ownership owner) {
        var rank = rank(move.precedence());
        return switch (owner) {
            case Bot bot when move.elsewhere() -> baton.outside(bot, Outside.Where.DESK, null, clock.instant());
            case Bot bot -> {
                var request = new Request(move.queue(), move.why(), rank, clock.instant())
                        .wishing(wish(transaction, conversation, move.routing()));
                yield move.opens() == null ? bot.ask(request) : bot.leaveWord(request, move.opens());
            }
            case Queued queued when !isUrgent(queued.request()) -> queued.moved(move.queue(), move.why(), rank);
            case Offered offered when !isUrgent(offered.request()) -> offered.moved(move.queue(), move.why(), rank);
            case Queued queued -> queued;
            case Offered offered -> offered;
            case Hold hold -> move.opens() == null ? hold.moved(move.queue(), move.why(), rank, clock.instant()) : hold;
            case Human human -> human;
            case Transfer transfer -> transfer;
            case Wrap wrap -> wrap;
            case Closed closed -> closed;
            case Outside outside -> outside;
        };
    }

    /** They come before everybody else already, for whatever reason. */
    private static boolean isUrgent(Request request) {
        return request.rank() == Rank.URGENT;
    }

    private Wish wish(Transaction transaction, ConversationId conversation, Routing routing) {
        var waitMax = routing.waitMax();
        var agent = routing.prefer() == null
                ? null
                : lastAgent(transaction, conversation).orElse(null);
        return new Wish(
                agent,
                waitMax != null && Routing.LAST_AGENT.equals(routing.prefer()), // or nobody would ever come
                routing.otherwise(),
                waitMax == null ? null : clock.instant().plus(waitMax));
    }

    /** Whoever had them last, on whatever channel. */
    private Optional<String> lastAgent(Transaction transaction, ConversationId conversation) {
        return Stream.concat(Stream.of(conversation), unions.elsewhere(transaction, conversation).stream())
                .flatMap(each -> Stretches.in(transaction, each).stream().limit(1))
                .max(Comparator.comparing(Stretch::joined))
                .map(Stretch::agent);
    }

    private static Rank rank(Move.Precedence precedence) {
        return switch (precedence) {
            case URGENT -> Rank.URGENT;
            case FIRST -> Rank.FRONT;
            case IN_TURN -> Rank.ORDINARY;
        };
    }

    private Ownership withdrawn(Transaction transaction, ConversationId conversation, Ownership owner) {
        var now = clock.instant();
        return switch (owner) {
            case Queued queued -> queued.withdraw(tired(transaction, conversation), now);
            case Offered offered -> offered.withdraw(tired(transaction, conversation), now);
            case Hold hold -> hold.withdraw(Exit.How.WITHDRAWN, now);
            case Bot bot -> bot;
            case Human human -> human;
            case Transfer transfer -> transfer;
            case Wrap wrap -> wrap;
            case Closed closed -> closed;
            case Outside outside -> outside;
        };
    }

    /** Whether they gave up because nobody came as promised. */
    private Exit.How tired(Transaction transaction, ConversationId conversation) {
        return timers.isSet(transaction, conversation, Alarm.WaitExceeded.class)
                ? Exit.How.WITHDRAWN
                : Exit.How.TIMED_OUT;
    }

    private static String reason(Move move) {
        return switch (move) {
            case Move.HandOff handOff -> handOff.why();
            case Move.Withdraw() -> "withdrawn";
            case Move.Say say -> "said";
            case Move.Perform perform -> "performed";
            case Move.Pause pause -> "paused";
            case Move.Forget forget -> "forgotten";
        };
    }
}
