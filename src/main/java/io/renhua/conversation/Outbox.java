package io.renhua.conversation;

import com.github.benmanes.caffeine.cache.Ticker;
import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.conversation.Departures.Departure;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.message.ConversationId;
import io.renhua.store.StoreAway;
import io.renhua.text.Wording;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what was said, each conversation's words in order: withholds what comes too late, keeps to what the platform
 * takes, tries again what may be tried again, and journals what became of it.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration LOOKS_FOR_OLD = Duration.ofMinutes(10);

    /** No row is put off for longer; one that seems to be has seen the machine's clock put back. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final Duration CHANNEL_CLOSED = Duration.ofMinutes(5);

    private final OutboxRows rows;
    private final Channels channels;
    private final Leases leases;
    private final Clock clock;
    private final Age age;
    private final Set<ConversationId> parked = ConcurrentHashMap.newKeySet(); // a gate calls them
    private final Lanes lanes = new Lanes("outbox", this::next);
    private final Gates gates;
    private final Departures departures;
    private final Outcomes outcomes;

    public Outbox(OutboxRows rows, Channels channels, Leases leases, DoubtPolicy doubt, Clock clock) {
        this(
                rows,
                channels,
                leases,
                doubt,
                clock,
                lanes -> new Gates(leases::nodes, Ticker.systemTicker(), lanes::wake));
    }

    /** @param gates made for the lanes, or for what takes their place */
    Outbox(
            OutboxRows rows,
            Channels channels,
            Leases leases,
            DoubtPolicy doubt,
            Clock clock,
            Function<Lanes, Gates> gates) {
        this.rows = rows;
        this.channels = channels;
        this.leases = leases;
        this.clock = clock;
        this.gates = gates.apply(lanes);
        this.departures = new Departures(channels, this.gates, rows);
        this.age = new Age(clock, this.gates.ticker());
        this.outcomes = new Outcomes(rows, leases, doubt, clock, age);
        rows.onCall(lanes::wake);
    }

    /** Gives up, from now on, what no platform has taken for a day, even where nobody asks for it any more. */
    void start() {
        gates.every(LOOKS_FOR_OLD, this::wakeOld);
    }

    private void wakeOld() {
        try {
            rows.waitingSince(outcomes.givenUpBefore()).forEach(this::wake);
        } catch (RuntimeException e) {
            LOG.warn("looking for old words failed, comes again: {}", e.getMessage()); // a throw would end the timer
        }
    }

    /** Says that a conversation has something to be sent; comes back at once. */
    public void wake(ConversationId conversation) {
        rows.tellOf(conversation);
    }

    /** Says that a conversation may have been forgotten. */
    void remind(ConversationId conversation) {
        if (!parked.contains(conversation)) {
            lanes.remind(conversation);
        }
    }

    /** How many conversations are being delivered to at this moment. */
    public int busy() {
        return lanes.busy();
    }

    /** For how long no call is made to an account, by channel, because its platform wants none or does not answer. */
    public Map<String, Duration> shut() {
        return gates.shut();
    }

    /** Keeps a place free for what is about to be said in a conversation, where there is one at this moment. */
    public Place book(ConversationId conversation) {
        return departures.book(conversation);
    }

    /** Sends or settles the oldest row: one piece of work in a lane. */
    Optional<Duration> next(ConversationId conversation) {
        age.look();
        var departure = departures.next(conversation);
        return departure == null ? fromTheStore(conversation) : leave(departure);
    }

    private Optional<Duration> fromTheStore(ConversationId conversation) {
        parked.remove(conversation);
        return rows.next(conversation)
                .filter(row -> !row.sending() || !departures.isAhead(conversation)) // asked after the row was read
                .flatMap(row -> row.sending() ? settle(row, outcomes.lastHeardOf(row)) : attempt(row));
    }

    private static Optional<Duration> atOnce() {
        return Optional.of(Duration.ZERO);
    }

    /** Notes the outcome; what waits behind it may come next. */
    private Optional<Duration> settle(OutboxRow row, Delivery delivery) {
        return outcomes.settle(row, delivery).or(Outbox::atOnce);
    }

    private Optional<Duration> attempt(OutboxRow row) {
        if (outcomes.isTooOld(row)) {
            return settle(row, new Delivery.Postponed(Duration.ZERO, "the platform has not taken it"));
        }
        var left = Duration.between(clock.instant(), row.dueAt());
        if (left.isPositive() && left.compareTo(LONGEST_WAIT) <= 0) {
            return Optional.of(left);
        }
        var connector = channels.named(row.conversation().channel());
        if (connector.isEmpty()) {
            return settle(row, new Delivery.Postponed(CHANNEL_CLOSED, "the channel is not open"));
        }
        var gate = gates.to(connector.get());
        return switch (gate.ask(row.conversation())) {
            case Gate.Answer.Go() -> send(row, connector.get(), gate).or(Outbox::atOnce);
            case Gate.Answer.Later(var delay) -> Optional.of(delay);
            case Gate.Answer.Parked() -> {
                parked.add(row.conversation());
                yield Optional.empty();
            }
        };
    }

    private Optional<Duration> send(OutboxRow row, Connector connector, Gate gate) {
        boolean hindered = true;
        try {
            hindered = hindered(row, connector);
        } finally {
            if (hindered) {
                gate.stayed();
            }
        }
        return hindered ? Optional.empty() : depart(new Departure(row, connector, gate));
    }

    /**
     * Lets a call go that was marked by who said it, unless somebody took over since, or another node. Nothing waited when it
     * was marked: once it is over, only what was told of since has to be looked for.
     */
    private Optional<Duration> leave(Departure departure) {
        var row = departure.row();
        outcomes.notSent(row); // should anything fail now, it waits as before
        try {
            var again = mayLeave(departure) ? depart(departure) : withhold(row);
            return again.isEmpty() && rows.mayWait(row.conversation()) ? atOnce() : again;
        } catch (LeaseLost e) {
            outcomes.forget(row); // it is another node's to find out
            throw e;
        }
    }

    private boolean mayLeave(Departure departure) {
        boolean current = false;
        try {
            leases.check(rows.store(), departure.row().conversation());
            current = rows.isCurrent(rows.store(), departure.row());
            return current;
        } finally {
            if (!current) {
                departure.gate().stayed();
            }
        }
    }

    private Optional<Duration> withhold(OutboxRow row) {
        rows.store().write(row.conversation().toString(), transaction -> {
            leases.check(transaction, row.conversation());
            rows.settle(transaction, row, State.WITHHELD, rows.whyNot(transaction, row.conversation()));
        });
        outcomes.forget(row);
        return Optional.empty();
    }

    private Optional<Duration> depart(Departure departure) {
        var row = departure.row();
        if (!leases.certain()) {
            departure.gate().stayed();
            return outcomes.settle(
                    row, new Delivery.Postponed(Duration.ZERO, "this node may have lost the conversation"));
        }
        outcomes.forget(row); // whatever we knew: from here on the platform may have it
        var delivery = deliver(row, departure.connector());
        departure.gate().went(delivery);
        return outcomes.settle(row, delivery);
    }

    /** Marks the row as on its way, unless it may not be sent any more. */
    private boolean hindered(OutboxRow row, Connector connector) {
        return rows.store().commit(row.conversation().toString(), transaction -> {
            leases.check(transaction, row.conversation());
            if (!rows.isCurrent(transaction, row)) {
                rows.settle(transaction, row, State.WITHHELD, rows.whyNot(transaction, row.conversation()));
                return true;
            }
            if (!row.isReadable()) {
                transaction.afterwards(() -> LOG.error(
                        "call {} on {} cannot be read and is put aside",
                        row.id(),
                        row.conversation().channel()));
                rows.putAside(transaction, row, "dead", State.REFUSED, DeadLetter.UNREADABLE);
                return true;
            }
            var closed = rows.hindrance(transaction, row, connector.limits());
            if (closed.isPresent()) {
                rows.settle(transaction, row, State.REFUSED, closed.get());
                return true;
            }
            rows.sending(transaction, row);
            return false;
        });
    }

    private Delivery deliver(OutboxRow row, Connector connector) {
        try {
            return connector.deliver(row.message());
        } catch (RuntimeException e) {
            LOG.warn(
                    "delivering on {} failed in our own code",
                    row.conversation().channel(),
                    e);
            return new Delivery.InDoubt(
                    Wording.of("our connector failed: %s", e.getClass().getSimpleName())
                            .toString());
        }
    }

    /** Finishes what is being sent and begins nothing more; what was about to leave waits as before. */
    @Override
    public void close() {
        lanes.close();
        gates.close();
        departures.left().forEach(departure -> unsent(departure.row()));
    }

    private void unsent(OutboxRow row) {
        try {
            rows.store().write(row.conversation().toString(), transaction -> {
                leases.check(transaction, row.conversation());
                rows.unsent(transaction, row);
            });
        } catch (StoreAway | LeaseLost e) {
            LOG.warn(
                    "a call on {} was not sent, and will seem in doubt",
                    row.conversation().channel());
        }
    }
}
