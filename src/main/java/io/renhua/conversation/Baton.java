package io.renhua.conversation;

import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.DeskDrafts;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes conversations on with what goes along: their alarms, the words on their way, and those only begun. */
public final class Baton {
    private final Desk desk;
    private final Agents agents;
    private final Timers timers;
    private final Voice voice;
    private final DeskDrafts drafts;
    private final DeskTimes times;

    public Baton(Desk desk, Agents agents, Timers timers, Voice voice, DeskDrafts drafts, DeskTimes times) {
        this.desk = desk;
        this.agents = agents;
        this.timers = timers;
        this.voice = voice;
        this.drafts = drafts;
        this.times = times;
    }

    /** False, and nothing done, when somebody was faster. */
    boolean pass(Transaction transaction, ConversationId conversation, Ownership from, Ownership to, Change change) {
        if (!desk.pass(transaction, conversation, from, to, change)) {
            return false;
        }
        if (to instanceof Closed closed && closed.isShut()) {
            voice.withhold(transaction, conversation, change.why() == null ? to.word() : change.why());
        } else if (!takesTheWord(from, to)) {
            voice.carry(transaction, conversation, from.epoch(), to.epoch());
        }
        deadline(to)
                .ifPresentOrElse(
                        until -> timers.set(transaction, conversation, new Alarm.TimeIsUp(to.epoch()), until),
                        () -> timers.cancel(transaction, conversation, Alarm.TimeIsUp.class));
        if (to instanceof Human human) {
            agents.worked(transaction, human.agent());
        }
        promises(transaction, conversation, from, to);
        drafts.follow(transaction, conversation, from, to);
        return true;
    }

    /** A person who comes in between has the word at once: what was not said yet is not said any more. */
    private static boolean takesTheWord(Ownership from, Ownership to) {
        return to.isWithAPerson() && !from.isWithAPerson();
    }

    private static Optional<Instant> deadline(Ownership owner) {
        return switch (owner) {
            case Ownership.Offered offered -> Optional.of(offered.until());
            case Ownership.Transfer transfer -> Optional.of(transfer.until());
            case Ownership.Hold hold -> Optional.of(hold.until());
            case Ownership.Wrap wrap -> Optional.of(wrap.until());
            case Ownership.Bot bot -> Optional.empty();
            case Queued queued -> Optional.ofNullable(queued.request().wish().fallsAt());
            case Human human -> Optional.empty();
            case Closed closed -> Optional.empty();
            case Outside outside -> Optional.of(outside.until());
        };
    }

    /** Whoever begins to wait, or waits for the word of somebody new, is not waited for without end. */
    private void promises(Transaction transaction, ConversationId conversation, Ownership from, Ownership to) {
        if (to instanceof Queued queued && !isTheSameWait(from, queued)) {
            timers.promise(
                    transaction, conversation, queued, desk.outlook(transaction).waits());
        }
        if (to instanceof Human human) {
            from.asked().ifPresent(request -> desk.waitsForAWord(transaction, conversation, request.since()));
            if (desk.owesAWord(transaction, conversation)) {
                var alarm = new Alarm.NoReply(human.epoch());
                timers.set(transaction, conversation, alarm, human.since().plus(times.silence()));
            }
        }
        if (to instanceof Ownership.Bot
                || to instanceof Ownership.Wrap
                || to instanceof Closed
                || to instanceof Outside) {
            desk.answered(transaction, conversation);
        }
    }

    /** As it stands when somebody answers outside our desk. */
    Outside outside(Ownership from, Outside.Where where, @Nullable String by, Instant now) {
        return from.outside(where, by, now, now.plus(times.outside()));
    }

    /** Whoever answers outside our desk has said something more. */
    void prolong(Transaction transaction, ConversationId conversation, Outside outside, Instant now) {
        var until = now.plus(times.outside());
        desk.prolong(transaction, conversation, outside, until);
        timers.set(transaction, conversation, new Alarm.TimeIsUp(outside.epoch()), until);
    }

    /** Somebody wrote to the person who has their conversation; the first word without an answer counts. */
    void awaitReply(Transaction transaction, ConversationId conversation, Ownership owner, Instant since) {
        if (desk.waitsForAWord(transaction, conversation, since)) {
            var alarm = new Alarm.NoReply(owner.epoch());
            timers.set(transaction, conversation, alarm, since.plus(times.silence()));
        }
    }

    private static boolean isTheSameWait(Ownership from, Queued to) {
        return from.asked()
                .map(request -> request.since().equals(to.request().since()))
                .orElse(false);
    }
}
