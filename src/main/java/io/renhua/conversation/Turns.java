package io.renhua.conversation;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the inbox holds to the turn handler, each conversation's messages in order; those that somebody sends in one
 * breath are one turn. A message that fails again and again, or cannot be read, is put aside and a person asked for, so that
 * the words after it are answered.
 */
public final class Turns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int TRIES = 3;

    private final Arrivals arrivals;
    private final Gathering gathering;
    private final TurnHandler handler;
    private final Timers timers;
    private final AlarmHandler alarms;
    private final Store store;
    private final Calls calls;
    private final Journal journal;
    private final Clock clock;
    private final Lanes lanes = new Lanes("turns", this::next);
    private volatile Watcher watcher = (channel, waited, took) -> {};

    public Turns(
            Arrivals arrivals,
            Gathering gathering,
            TurnHandler handler,
            Timers timers,
            AlarmHandler alarms,
            Store store,
            Calls calls,
            Journal journal,
            Clock clock) {
        this.arrivals = arrivals;
        this.gathering = gathering;
        this.handler = handler;
        this.timers = timers;
        this.alarms = alarms;
        this.store = store;
        this.calls = calls;
        this.journal = journal;
        this.clock = clock;
    }

    /** Hears of each turn how long its first message waited for it, and how long it took to be handled. */
    @FunctionalInterface
    public interface Watcher {
        void handled(String channel, Duration waited, Duration took);
    }

    /** Whom to tell of every turn; must be quick. */
    public void watch(Watcher watcher) {
        this.watcher = watcher;
    }

    /** How many conversations are being answered at this moment. */
    public int busy() {
        return lanes.busy();
    }

    /** Says that a conversation has something to be answered; comes back at once. */
    public void wake(ConversationId conversation) {
        lanes.wake(conversation);
    }

    /** Says that a conversation may have been forgotten. */
    void remind(ConversationId conversation) {
        lanes.remind(conversation);
    }

    /** Rings what is due, then answers the next breath: one piece of work in a lane. */
    Optional<Duration> next(ConversationId conversation) {
        if (timers.isDue(conversation)) {
            alarms.ring(conversation);
        }
        var breath = arrivals.next(conversation);
        if (breath.isEmpty()) {
            return Optional.empty();
        }
        var oldest = breath.getFirst();
        if (!oldest.isReadable()) {
            LOG.error("message {} on {} cannot be read and is put aside", oldest.id(), conversation.channel());
            giveUp(conversation, oldest, DeadLetter.UNREADABLE);
            return Optional.of(Duration.ZERO);
        }
        var left = gathering.left(breath);
        if (left.isPositive()) {
            return Optional.of(left);
        }
        try {
            var waited = Duration.between(oldest.receivedAt(), clock.instant());
            long begun = System.nanoTime();
            handler.handle(breath);
            watcher.handled(conversation.channel(), waited, Duration.ofNanos(System.nanoTime() - begun));
            return Optional.of(Duration.ZERO);
        } catch (StoreAway | LeaseLost e) {
            throw e; // nothing is wrong with the messages; the lane comes back, or another node's does
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("a turn on {} failed, try {}", conversation.channel(), oldest.attempts() + 1, e);
            return Optional.of(failed(conversation, breath, e));
        }
    }

    /** What failed in company comes back alone, so that only what is wrong is put aside. */
    private Duration failed(ConversationId conversation, List<Arrival> breath, Throwable failure) {
        var oldest = breath.getFirst();
        if (oldest.attempts() + 1 < TRIES) {
            store.write(
                    conversation.toString(),
                    transaction -> breath.forEach(arrival -> arrivals.failed(transaction, arrival)));
            return BackOff.after(oldest.attempts(), oldest.id());
        }
        giveUp(conversation, oldest, failure.getClass().getSimpleName());
        return Duration.ZERO;
    }

    private void giveUp(ConversationId conversation, Arrival arrival, String why) {
        store.write(conversation.toString(), transaction -> {
            arrivals.dead(transaction, arrival, why);
            journal.append(transaction, new Happening.Noted(conversation, clock.instant(), "unanswered", why));
            calls.call(transaction, conversation, "broken");
        });
    }

    /** Lets the turns in hand finish and begins no other. */
    @Override
    public void close() {
        lanes.close();
    }
}
