package io.renhua.conversation;

import io.renhua.dialogue.OpenQuestions;
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
import io.renhua.handoff.Ownership.Receiver;
import io.renhua.handoff.Ownership.Transfer;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.journal.Happening.Said;
import io.renhua.message.ConversationId;
import io.renhua.persona.Problem;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** What people at the desk can do with a conversation, with the words the consumer gets to see. */
public final class LiveDesk {
    private final Store store;
    private final Desk desk;
    private final Baton baton;
    private final Announcements announcements;
    private final Endings endings;
    private final DeskTimes times;
    private final Clock clock;

    public LiveDesk(
            Store store,
            Desk desk,
            Baton baton,
            Announcements announcements,
            Endings endings,
            DeskTimes times,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.baton = baton;
        this.announcements = announcements;
        this.endings = endings;
        this.times = times;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /** Somebody else was faster, or the conversation is no longer theirs; who has it now. */
        record TooLate(Ownership now) implements Outcome {}

        /** Somebody else has answered since; what they said, which is to be read first. */
        record Answered(List<Said> meanwhile) implements Outcome {
            public Answered {
                meanwhile = List.copyOf(meanwhile);
            }
        }

        /** It may not be said; why, and what to say instead. */
        record Forbidden(List<Problem> why) implements Outcome {}
    }

    /**
     * Takes a conversation that waits, that was offered or passed to the agent, or that nobody has. The consumer reads
     * {@code joined}.
     */
    public Outcome claim(ConversationId conversation, String agent, String alias) {
        return store.commit(conversation.toString(), transaction -> switch (desk.ownerOf(transaction, conversation)) {
            case Queued queued -> join(transaction, conversation, queued, queued.claim(agent, now()), alias);
            case Bot bot -> join(transaction, conversation, bot, bot.takeOver(agent, now()), alias);
            case Closed closed
            when !closed.isShut() -> join(transaction, conversation, closed, closed.takeOver(agent, now()), alias);
            case Hold hold -> join(transaction, conversation, hold, hold.resume(agent, now()), alias);
            case Offered offered
            when offered.agent().equals(agent) ->
                join(transaction, conversation, offered, offered.accept(now()), alias);
            case Transfer transfer
            when isFor(transfer, agent) ->
                join(transaction, conversation, transfer, transfer.accept(agent, now()), alias);
            case Outside outside
            when !outside.isMirror() -> join(transaction, conversation, outside, outside.claim(agent, now()), alias);
            case Human human when human.agent().equals(agent) -> new Outcome.Done();
            case Ownership other -> new Outcome.TooLate(other);
        });
    }

    /** A colleague for whom it is, or anybody else where it is for a team. */
    private static boolean isFor(Transfer transfer, String agent) {
        var receiver = transfer.to().agent();
        return receiver == null ? !transfer.agent().equals(agent) : receiver.equals(agent);
    }

    private Outcome join(
            Transaction transaction, ConversationId conversation, Ownership from, Human human, String alias) {
        baton.pass(transaction, conversation, from, human, Change.by(human.agent(), "claimed"));
        announcements.joined(transaction, conversation, human.epoch(), alias);
        return new Outcome.Done();
    }

    /** Does not want what they were offered, or were passed. */
    public Outcome decline(ConversationId conversation, String agent) {
        return store.commit(conversation.toString(), transaction -> switch (desk.ownerOf(transaction, conversation)) {
            case Offered offered
            when offered.agent().equals(agent) ->
                pass(transaction, conversation, offered, offered.passOver(), Change.by(agent, "declined"));
            case Transfer transfer
            when isFor(transfer, agent) ->
                pass(transaction, conversation, transfer, transfer.decline(), Change.by(agent, "declined"));
            case Ownership other -> new Outcome.TooLate(other);
        });
    }

    /** Asks a colleague, or a team, to take it; until one does, it stays where it is. */
    public Outcome transfer(ConversationId conversation, String agent, Receiver to) {
        return having(conversation, agent, (transaction, human) -> {
            var transfer = human.transfer(to, now(), now().plus(times.transfer()));
            pass(transaction, conversation, human, transfer, Change.by(agent, "transfer"));
            announcements.moving(transaction, conversation, transfer.epoch());
            return new Outcome.Done();
        });
    }

    /** Takes the question back that {@link #transfer} asked. */
    public Outcome keep(ConversationId conversation, String agent) {
        return store.commit(conversation.toString(), transaction -> switch (desk.ownerOf(transaction, conversation)) {
            case Transfer transfer
            when transfer.agent().equals(agent) ->
                pass(transaction, conversation, transfer, transfer.decline(), Change.by(agent, "kept"));
            case Ownership other -> new Outcome.TooLate(other);
        });
    }

    /** Puts it off until a moment, or until they write. */
    public Outcome hold(ConversationId conversation, String agent, Instant until) {
        return having(conversation, agent, (transaction, human) -> {
            var hold = human.hold("put off", now(), until);
            return pass(transaction, conversation, human, hold, Change.by(agent, "put off"));
        });
    }

    /**
     * Gives it back to the persona; what somebody has who answered in the platform's own app, any agent does. The consumer
     * reads {@code back}.
     */
    public Outcome release(ConversationId conversation, String agent, String alias, OpenQuestions questions) {
        return store.commit(conversation.toString(), transaction -> {
            var change = Change.by(agent, "released");
            return switch (desk.ownerOf(transaction, conversation)) {
                case Human human
                when human.agent().equals(agent) -> {
                    endings.release(transaction, conversation, human, human.release(now()), change, alias, questions);
                    yield new Outcome.Done();
                }
                case Outside outside
                when !outside.isMirror() -> {
                    var bot = outside.end(Exit.How.RELEASED, now());
                    endings.release(transaction, conversation, outside, bot, change, Endings.NOBODY, questions);
                    yield new Outcome.Done();
                }
                case Ownership other -> new Outcome.TooLate(other);
            };
        });
    }

    /**
     * It is done: for a moment it can be taken back, then it is over, and the persona answers whatever comes next.
     *
     * @param topic what it was about
     */
    public Outcome resolve(ConversationId conversation, String agent, String topic) {
        return having(conversation, agent, (transaction, human) -> {
            var wrap = human.resolve(topic, now(), now().plus(times.undo()));
            pass(transaction, conversation, human, wrap, Change.by(agent, topic));
            endings.remember(transaction, conversation, OpenQuestions.FACTS_STAY);
            return new Outcome.Done();
        });
    }

    /**
     * Takes back what they resolved or put off a moment ago, or gave back to the persona, unless that has been asked anything
     * since. Whoever has read {@code back} then reads {@code joined}.
     */
    public Outcome undo(ConversationId conversation, String agent, String alias) {
        var undone = Change.by(agent, Desk.UNDONE);
        return store.commit(conversation.toString(), transaction -> switch (desk.ownerOf(transaction, conversation)) {
            case Wrap wrap
            when wrap.agent().equals(agent) -> pass(transaction, conversation, wrap, wrap.undo(now()), undone);
            case Hold hold
            when agent.equals(hold.agent()) && isJustNow(hold.request().since()) ->
                pass(transaction, conversation, hold, hold.resume(agent, now()), undone);
            case Bot bot ->
                GivenBack.in(desk.lately(transaction, conversation), bot)
                        .filter(given -> given.agent().equals(agent) && isJustNow(given.at()))
                        .map(given -> comeBack(transaction, conversation, bot, given, alias))
                        .orElseGet(() -> new Outcome.TooLate(bot));
            case Ownership other -> new Outcome.TooLate(other);
        });
    }

    private boolean isJustNow(Instant moment) {
        return !moment.plus(times.undo()).isBefore(now());
    }

    private Outcome comeBack(
            Transaction transaction, ConversationId conversation, Bot bot, GivenBack given, String alias) {
        var human = bot.takeOver(given.agent(), now());
        baton.pass(transaction, conversation, bot, human, Change.by(given.agent(), Desk.UNDONE));
        announcements.joined(transaction, conversation, human.epoch(), alias);
        var unanswered = given.unanswered();
        if (unanswered != null) {
            baton.awaitReply(transaction, conversation, human, unanswered);
        }
        return new Outcome.Done();
    }

    /**
     * A supervisor gives a conversation to an agent, whoever has it.
     *
     * @param alias the agent's name, as the consumer is to read it
     * @param why whoever had it reads
     */
    public Outcome assign(ConversationId conversation, String supervisor, String agent, String alias, String why) {
        return store.commit(conversation.toString(), transaction -> {
            var owner = desk.ownerOf(transaction, conversation);
            if (owner.speaker().filter(agent::equals).isPresent()) {
                return new Outcome.Done();
            }
            if (isOutOfReach(owner)) {
                return new Outcome.TooLate(owner);
            }
            var human = owner.assigned(agent, now());
            baton.pass(transaction, conversation, owner, human, Change.by(supervisor, why));
            announcements.joined(transaction, conversation, human.epoch(), alias);
            return new Outcome.Done();
        });
    }

    /** Answered where we cannot take it from, or with nobody there to be answered. */
    private static boolean isOutOfReach(Ownership owner) {
        return (owner instanceof Outside outside && outside.isMirror())
                || (owner instanceof Closed closed && closed.isShut());
    }

    private Outcome pass(
            Transaction transaction, ConversationId conversation, Ownership from, Ownership to, Change change) {
        baton.pass(transaction, conversation, from, to, change);
        return new Outcome.Done();
    }

    /** Whoever passes it on keeps it first, if they want to do anything else with it. */
    private Outcome having(ConversationId conversation, String agent, BiFunction<Transaction, Human, Outcome> action) {
        return store.commit(conversation.toString(), transaction -> switch (desk.ownerOf(transaction, conversation)) {
            case Human human when human.agent().equals(agent) -> action.apply(transaction, human);
            case Ownership other -> new Outcome.TooLate(other);
        });
    }

    private Instant now() {
        return clock.instant();
    }
}
