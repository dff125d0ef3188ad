package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens in a conversation by the clock and not by a word: one commit with the alarm that asked for it. */
public final class AlarmHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmHandler.class);

    private static final int TRIES = 3;

    private final Store store;
    private final Timers timers;
    private final Leases leases;
    private final Desk desk;
    private final Personas personas;
    private final States states;
    private final Dialogue dialogue;
    private final Journal journal;
    private final Voice voice;
    private final Clock clock;

    public AlarmHandler(
            Store store,
            Timers timers,
            Leases leases,
            Desk desk,
            Personas personas,
            States states,
            Dialogue dialogue,
            Journal journal,
            Voice voice,
            Clock clock) {
        this.store = store;
        this.timers = timers;
        this.leases = leases;
        this.desk = desk;
        this.personas = personas;
        this.states = states;
        this.dialogue = dialogue;
        this.journal = journal;
        this.voice = voice;
        this.clock = clock;
    }

    /**
     * Lets everything happen that is due in a conversation, one alarm after the other. One that fails comes back later, a few
     * times; neither the next alarm nor anybody's words wait for it.
     */
    void ring(ConversationId conversation) {
        for (var due = timers.next(conversation); due.isPresent(); due = timers.next(conversation)) {
            ring(conversation, due.get());
        }
        timers.rang(conversation);
    }

    private void ring(ConversationId conversation, Timers.Due due) {
        try {
            store.write(conversation.toString(), transaction -> {
                leases.check(transaction, conversation);
                if (timers.take(transaction, conversation, due)) {
                    ring(transaction, conversation, due);
                }
            });
        } catch (StoreAway | LeaseLost e) {
            throw e; // nothing is wrong with the alarm
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("alarm {} on {} failed, try {}", due.kind(), conversation.channel(), due.attempts() + 1, e);
            store.write(conversation.toString(), transaction -> failed(transaction, conversation, due, e));
        }
    }

    private void failed(Transaction transaction, ConversationId conversation, Timers.Due due, Throwable failure) {
        leases.check(transaction, conversation);
        if (due.attempts() + 1 < TRIES) {
            var delay = BackOff.after(due.attempts(), conversation.hashCode());
            timers.putOff(transaction, conversation, due, clock.instant().plus(delay));
        } else if (timers.take(transaction, conversation, due)) {
            leaveOut(transaction, conversation, due, failure.getClass().getSimpleName());
        }
    }

    private void ring(Transaction transaction, ConversationId conversation, Timers.Due due) {
        var alarm = due.alarm();
        if (alarm == null) {
            leaveOut(transaction, conversation, due, DeadLetter.UNREADABLE);
        } else {
            ring(transaction, conversation, alarm);
        }
    }

    /** The words that wait behind it matter more; the desk's people see that something did not happen. */
    private void leaveOut(Transaction transaction, ConversationId conversation, Timers.Due due, String why) {
        transaction.afterwards(
                () -> LOG.error("alarm {} on {} is left out: {}", due.kind(), conversation.channel(), why));
        journal.append(
                transaction, new Happening.Noted(conversation, clock.instant(), "alarm", due.kind() + " " + why));
    }

    private void ring(Transaction transaction, ConversationId conversation, Alarm alarm) {
        switch (alarm) {
            case Alarm.FormExpires(var form) -> expire(transaction, conversation, form);
            case Alarm.WaitExceeded(var epoch, var promised) -> apologise(transaction, conversation, epoch);
        }
    }

    private void expire(Transaction transaction, ConversationId conversation, String form) {
        var remembered = states.load(transaction, conversation);
        var persona = personas.atHand(conversation, remembered, clock).persona();
        var after = dialogue.expired(persona, remembered.state(), clock.instant());
        if (!after.equals(remembered.state())) {
            states.save(transaction, conversation, after, persona.version());
            journal.append(transaction, new Happening.Noted(conversation, clock.instant(), "expired", form));
        }
    }

    /** Once for each wait: how long it will take now, and a note that the desk's people see. */
    private void apologise(Transaction transaction, ConversationId conversation, long epoch) {
        var owner = desk.ownerOf(transaction, conversation);
        if (!(owner instanceof Queued) || owner.epoch() != epoch) {
            return;
        }
        var remembered = states.load(transaction, conversation);
        var live = personas.atHand(conversation, remembered, clock);
        var persona = live.persona();
        var state = remembered.state();
        var outlook = desk.outlook(transaction);
        var say = dialogue.waiting(persona, state, clock.instant(), outlook.ahead() - 1, outlook.waits());
        var speech = new Voice.Speech(live, persona.locales().pick(state.locale()), List.of(say));
        voice.persona(transaction, conversation, "wait " + epoch, voice.judged(speech), null, epoch, Place.NONE);
        journal.append(
                transaction,
                new Happening.Noted(conversation, clock.instant(), "promise", "waits longer than was promised"));
    }
}
