package io.renhua.conversation;

import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the inbox holds to the turn handler, each conversation's messages in order. A message that fails again and
 * again is put aside and a person asked for, so that the words after it are answered.
 */
public final class Turns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int TRIES = 3;

    private final Inbox inbox;
    private final TurnHandler handler;
    private final Store store;
    private final Desk desk;
    private final Journal journal;
    private final Clock clock;
    private final Lanes lanes = new Lanes("turns", this::next);

    public Turns(Inbox inbox, TurnHandler handler, Store store, Desk desk, Journal journal, Clock clock) {
        this.inbox = inbox;
        this.handler = handler;
        this.store = store;
        this.desk = desk;
        this.journal = journal;
        this.clock = clock;
        inbox.onArrival(lanes::wake);
    }

    /** Takes up what a stop left behind. */
    public void start() {
        inbox.waiting().forEach(lanes::wake);
    }

    private Optional<Duration> next(ConversationId conversation) {
        return inbox.next(conversation).map(arrival -> {
            try {
                handler.handle(arrival);
                return Duration.ZERO;
            } catch (StoreAway e) {
                throw e; // nothing is wrong with the message; the lane comes back
            } catch (RuntimeException | StackOverflowError e) {
                LOG.error("a turn on {} failed, try {}", conversation.channel(), arrival.attempts() + 1, e);
                return failed(arrival, e);
            }
        });
    }

    private Duration failed(Arrival arrival, Throwable failure) {
        if (arrival.attempts() + 1 < TRIES) {
            store.write(transaction -> inbox.failed(transaction, arrival));
            return BackOff.after(arrival.attempts(), arrival.id());
        }
        var conversation = arrival.message().conversation();
        store.write(transaction -> {
            inbox.dead(transaction, arrival);
            journal.append(
                    transaction,
                    new Happening.Noted(
                            conversation,
                            clock.instant(),
                            "unanswered",
                            failure.getClass().getSimpleName()));
            if (desk.ownerOf(transaction, conversation) instanceof Bot bot) {
                desk.pass(transaction, conversation, bot, bot.ask("care", "broken", clock.instant()), "broken");
            }
        });
        return Duration.ZERO;
    }

    /** Lets the turns in hand finish and begins no other. */
    @Override
    public void close() {
        lanes.close();
    }
}
