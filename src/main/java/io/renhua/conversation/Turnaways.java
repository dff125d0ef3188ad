package io.renhua.conversation;

import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.handoff.Blocks;
import io.renhua.handoff.Blocks.Block;
import io.renhua.handoff.Blocks.Term;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Request;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns people away: blocks them until a moment, or closes what is nobody's to answer. Nobody who is urgent is. */
public final class Turnaways {
    /** The kinds of notes about it; of those that have one, the words are the term and why. */
    public static final String BLOCKED = "blocked";

    public static final String ASKED = "block_asked";
    public static final String DECLINED = "block_declined";
    public static final String LIFTED = "unblocked";
    public static final String OVER = "block_over";

    private static final String SPAM = Exit.How.SPAM.word();
    private static final String WRITERS =
            "select count(distinct person) from journal where conversation = ? and kind = 'Received'";

    private final Store store;
    private final Desk desk;
    private final Blocks blocks;
    private final Closings closings;
    private final Timers timers;
    private final Journal journal;
    private final DeskTimes times;
    private final Clock clock;

    public Turnaways(
            Store store,
            Desk desk,
            Blocks blocks,
            Closings closings,
            Timers timers,
            Journal journal,
            DeskTimes times,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.blocks = blocks;
        this.closings = closings;
        this.timers = timers;
        this.journal = journal;
        this.times = times;
        this.clock = clock;
    }

    /** Blocks whoever wrote last; where nobody else writes, the conversation ends. */
    public Outcome block(ConversationId conversation, String supervisor, String why, Term term) {
        return aboutWhoever(conversation, (transaction, person) -> {
            var owner = desk.ownerOf(transaction, conversation);
            if (isUrgent(owner)) {
                return new Outcome.TooLate(owner);
            }
            var block = Block.of(conversation, person, why, term, supervisor, clock.instant());
            blocks.put(transaction, block);
            note(transaction, conversation, BLOCKED, term.word() + " " + why, supervisor);
            if (writesAlone(transaction, conversation) && !isOver(owner)) {
                closings.close(transaction, conversation, owner, Exit.How.BLOCKED, Change.by(supervisor, BLOCKED));
            }
            var until = block.until();
            if (until == null) {
                timers.cancel(transaction, conversation, Alarm.BlockEnds.class);
            } else {
                timers.set(transaction, conversation, new Alarm.BlockEnds(person), until);
            }
            return new Outcome.Done();
        });
    }

    /** Asks whoever may to do so. Whoever is blocked is not asked about. */
    public Outcome ask(ConversationId conversation, String agent, String why, Term term) {
        return aboutWhoever(conversation, (transaction, person) -> {
            var now = clock.instant();
            if (standing(transaction, conversation, person)
                    .filter(Block::inForce)
                    .isEmpty()) {
                blocks.put(transaction, Block.asked(conversation, person, why, term, agent, now));
                note(transaction, conversation, ASKED, term.word() + " " + why, agent);
            }
            return new Outcome.Done();
        });
    }

    /**
     * Lets them in again, or does not do what is asked. What was done a moment ago is as if it had not been: whoever had the
     * conversation has it.
     */
    public Outcome lift(ConversationId conversation, String supervisor) {
        return store.commit(
                conversation.toString(),
                transaction -> blocks.in(transaction, conversation)
                        .map(block -> lift(transaction, block, supervisor))
                        .orElseGet(() -> new Outcome.TooLate(desk.ownerOf(transaction, conversation))));
    }

    private Outcome lift(Transaction transaction, Block block, String supervisor) {
        var conversation = block.conversation();
        blocks.remove(transaction, block);
        timers.cancel(transaction, conversation, Alarm.BlockEnds.class);
        note(transaction, conversation, block.inForce() ? LIFTED : DECLINED, "", supervisor);
        if (desk.ownerOf(transaction, conversation) instanceof Closed closed && closed.ended(Exit.How.BLOCKED)) {
            if (isJustNow(block.at()) && block.agent().equals(supervisor)) {
                takeBack(transaction, conversation, closed, supervisor);
            } else {
                closings.open(transaction, conversation, closed, closed.reopen(), Change.by(supervisor, LIFTED));
            }
        }
        return new Outcome.Done();
    }

    /** Its time is up. */
    void end(Transaction transaction, ConversationId conversation, String person) {
        blocks.of(transaction, conversation.channel(), person)
                .filter(block -> block.inForce() && isPast(block.until()))
                .ifPresent(block -> {
                    blocks.remove(transaction, block);
                    note(transaction, conversation, OVER, "", null);
                    if (desk.ownerOf(transaction, conversation) instanceof Closed closed
                            && closed.ended(Exit.How.BLOCKED)) {
                        closings.open(transaction, conversation, closed, closed.reopen(), Change.because(OVER));
                    }
                });
    }

    /** Closes what is nobody's to answer: their own, and what nobody has. */
    public Outcome spam(ConversationId conversation, String agent) {
        return store.commit(conversation.toString(), transaction -> {
            var owner = desk.ownerOf(transaction, conversation);
            boolean isOthers = owner instanceof Ownership.Outside
                    || owner.keeper().filter(keeper -> !keeper.equals(agent)).isPresent();
            if (isOthers || isUrgent(owner) || isOver(owner) || owner instanceof Ownership.Wrap) {
                return new Outcome.TooLate(owner);
            }
            closings.close(transaction, conversation, owner, Exit.How.SPAM, Change.by(agent, SPAM));
            return new Outcome.Done();
        });
    }

    /** Takes back that they closed it as spam a moment ago; empty where they did not. */
    public Optional<Outcome> undoSpam(ConversationId conversation, String agent) {
        return store.commit(conversation.toString(), transaction -> {
            if (desk.ownerOf(transaction, conversation) instanceof Closed closed
                    && closed.ended(Exit.How.SPAM)
                    && isJustNow(closed.since())
                    && desk.lately(transaction, conversation).stream()
                            .anyMatch(each -> each instanceof Happening.Passed passed
                                    && passed.epoch() == closed.epoch()
                                    && agent.equals(passed.actor()))) {
                takeBack(transaction, conversation, closed, agent);
                return Optional.of(new Outcome.Done());
            }
            return Optional.empty();
        });
    }

    private void takeBack(Transaction transaction, ConversationId conversation, Closed closed, String by) {
        var before = Former.of(desk.lately(transaction, conversation), closed, clock.instant());
        closings.open(transaction, conversation, closed, before, Change.by(by, Desk.UNDONE));
    }

    private boolean isJustNow(Instant moment) {
        return !moment.plus(times.undo()).isBefore(clock.instant());
    }

    private boolean isPast(@Nullable Instant until) {
        return until != null && !until.isAfter(clock.instant());
    }

    private static boolean isUrgent(Ownership owner) {
        return owner.asked()
                .filter(request -> request.rank() == Request.Rank.URGENT)
                .isPresent();
    }

    private static boolean isOver(Ownership owner) {
        return owner instanceof Closed closed && closed.isShut();
    }

    private Optional<Block> standing(Transaction transaction, ConversationId conversation, String person) {
        return blocks.of(transaction, conversation.channel(), person).filter(block -> !isPast(block.until()));
    }

    private static boolean writesAlone(Transaction transaction, ConversationId conversation) {
        return transaction
                        .list(WRITERS, row -> row.getInt(1), conversation.toString())
                        .getFirst()
                <= 1;
    }

    private void note(
            Transaction transaction, ConversationId conversation, String kind, String why, @Nullable String actor) {
        journal.append(transaction, new Happening.Noted(conversation, clock.instant(), kind, why, actor));
    }

    private interface About {
        Outcome someone(Transaction transaction, String person);
    }

    /** Whoever wrote last in a conversation; nobody can be meant where nobody did. */
    private Outcome aboutWhoever(ConversationId conversation, About about) {
        return store.commit(
                conversation.toString(),
                transaction -> person(desk.lately(transaction, conversation))
                        .map(person -> about.someone(transaction, person))
                        .orElseGet(() -> new Outcome.TooLate(desk.ownerOf(transaction, conversation))));
    }

    private static Optional<String> person(List<Happening> lately) {
        return lately.reversed().stream()
                .filter(Received.class::isInstance)
                .map(happening -> ((Received) happening).person().id())
                .findFirst();
    }
}
