package io.renhua.conversation;

import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.handoff.Desk;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what was said, each conversation's words in order: withholds what comes too late, keeps to what the platform
 * takes, tries again what may be tried again, and journals what became of it.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration GIVES_UP = Duration.ofHours(24);

    private final OutboxRows rows;
    private final Channels channels;
    private final Desk desk;
    private final Leases leases;
    private final Pace pace;
    private final DoubtPolicy doubt;
    private final Clock clock;
    private final Map<Long, Delivery> unnoted = new ConcurrentHashMap<>();
    private final Lanes lanes = new Lanes("outbox", this::next);

    public Outbox(OutboxRows rows, Channels channels, Desk desk, Leases leases, DoubtPolicy doubt, Clock clock) {
        this.rows = rows;
        this.channels = channels;
        this.desk = desk;
        this.leases = leases;
        this.pace = new Pace(clock);
        this.doubt = doubt;
        this.clock = clock;
        rows.onAdded(lanes::wake);
    }

    /** Says that a conversation has something to be sent; comes back at once. */
    public void wake(ConversationId conversation) {
        lanes.wake(conversation);
    }

    private Optional<Duration> next(ConversationId conversation) {
        return rows.next(conversation).map(row -> row.sending() ? settle(row, lastHeardOf(row)) : attempt(row));
    }

    /** A row is found on its way when the store did not take its outcome, or we stopped before there was one. */
    private Delivery lastHeardOf(OutboxRow row) {
        var heard = unnoted.get(row.id());
        return heard == null ? new Delivery.InDoubt("stopped while it was being sent") : heard;
    }

    private Duration attempt(OutboxRow row) {
        var connector = channels.named(row.conversation().channel());
        if (connector.isEmpty()) {
            return settle(row, new Delivery.Postponed(Duration.ofMinutes(5), "the channel is not open"));
        }
        var delay = pace.delay(row, connector.get().limits());
        return delay.isPositive() ? delay : send(row, connector.get());
    }

    private Duration send(OutboxRow row, Connector connector) {
        var hindrance = rows.store().commit(row.conversation().toString(), transaction -> {
            leases.check(transaction, row.conversation());
            if (desk.ownerOf(transaction, row.conversation()).epoch()
                    != rows.current(transaction, row).epoch()) {
                rows.settle(transaction, row, "withheld", State.WITHHELD, "somebody else took over");
                return true;
            }
            var closed = rows.window(transaction, row, connector.limits());
            if (closed.isPresent()) {
                rows.settle(transaction, row, "refused", State.REFUSED, closed.get());
                return true;
            }
            rows.sending(transaction, row);
            return false;
        });
        return hindrance ? Duration.ZERO : settle(row, deliver(row, connector));
    }

    private Delivery deliver(OutboxRow row, Connector connector) {
        pace.sent(row.conversation(), connector.limits());
        if (!leases.certain()) {
            return new Delivery.Postponed(Duration.ZERO, "this node may have lost the conversation");
        }
        try {
            return connector.deliver(row.message());
        } catch (RuntimeException e) {
            LOG.warn(
                    "delivering on {} failed in our own code",
                    row.conversation().channel(),
                    e);
            return new Delivery.InDoubt("our connector failed: " + e.getClass().getSimpleName());
        }
    }

    /** Notes the outcome, and keeps it in mind until the store has taken it; says when the lane goes on. */
    private Duration settle(OutboxRow row, Delivery delivery) {
        unnoted.put(row.id(), delivery);
        var again = note(row, delivery);
        unnoted.remove(row.id());
        return again;
    }

    private Duration note(OutboxRow row, Delivery delivery) {
        return rows.store().commit(row.conversation().toString(), transaction -> {
            leases.check(transaction, row.conversation());
            return note(transaction, row, delivery);
        });
    }

    private Duration note(Transaction transaction, OutboxRow row, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent sent -> {
                rows.settle(transaction, row, "sent", State.SENT, null);
                yield Duration.ZERO;
            }
            case Delivery.Refused(var why) -> {
                rows.settle(transaction, row, "refused", State.REFUSED, why);
                yield Duration.ZERO;
            }
            case Delivery.Postponed(var retryAfter, var why) -> {
                if (row.createdAt().plus(GIVES_UP).isBefore(clock.instant())) {
                    rows.settle(transaction, row, "dead", State.REFUSED, "gave up after a day: " + why);
                    yield Duration.ZERO;
                }
                var delay = longer(retryAfter, BackOff.after(row.attempts(), row.id()));
                rows.postpone(transaction, row, clock.instant().plus(delay), why);
                yield delay;
            }
            case Delivery.InDoubt(var why) -> {
                if (doubt.holds(row.conversation().channel())) {
                    rows.settle(transaction, row, "doubt", State.IN_DOUBT, why + "; held back, as the channel is set");
                    yield Duration.ZERO;
                }
                var delay = BackOff.after(row.attempts(), row.id());
                rows.doubt(transaction, row, clock.instant().plus(delay), why);
                yield delay;
            }
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Finishes what is being sent and begins nothing more. */
    @Override
    public void close() {
        lanes.close();
    }
}
