package io.renhua.conversation;

import com.github.benmanes.caffeine.cache.Ticker;
import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.message.ConversationId;
import io.renhua.store.StoreAway;
import io.renhua.store.Transaction;
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
    private static final Duration GIVES_UP = Duration.ofHours(24);

    private static final Duration LOOKS_FOR_OLD = Duration.ofMinutes(10);

    /** No row is put off for longer; one that seems to be has seen the machine's clock put back. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final Duration CHANNEL_CLOSED = Duration.ofMinutes(5);

    private static final String TAKEN_OVER = "somebody else took over";
    private static final Delivery NOT_SENT = new Delivery.Postponed(Duration.ZERO, "it was not sent");

    private final OutboxRows rows;
    private final Channels channels;
    private final Leases leases;
    private final DoubtPolicy doubt;
    private final Clock clock;
    private final Age age;
    private final Map<String, Heard> unnoted = new ConcurrentHashMap<>();
    private final Set<ConversationId> booked = ConcurrentHashMap.newKeySet(); // something is being said there
    private final Map<ConversationId, Departure> departures = new ConcurrentHashMap<>();
    private final Set<ConversationId> parked = ConcurrentHashMap.newKeySet(); // a gate calls them
    private final Lanes lanes = new Lanes("outbox", this::next);
    private final Gates gates;

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
        this.doubt = doubt;
        this.clock = clock;
        this.gates = gates.apply(lanes);
        this.age = new Age(clock, this.gates.ticker());
        rows.onAdded(lanes::wake);
    }

    /** Gives up, from now on, what no platform has taken for a day, even where nobody asks for it any more. */
    void start() {
        gates.every(LOOKS_FOR_OLD, this::wakeOld);
    }

    private void wakeOld() {
        try {
            rows.waitingSince(clock.instant().minus(GIVES_UP)).forEach(lanes::wake);
        } catch (RuntimeException e) {
            LOG.warn("looking for old words failed, comes again: {}", e.getMessage()); // a throw would end the timer
        }
    }

    /** Says that a conversation has something to be sent; comes back at once. */
    public void wake(ConversationId conversation) {
        lanes.wake(conversation);
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

    /** A call that is marked as being sent and has its place on the way. */
    private record Departure(OutboxRow row, Connector connector, Gate gate) {}

    /** Keeps a place free for what is about to be said in a conversation, where there is one at this moment. */
    public Place book(ConversationId conversation) {
        return channels.named(conversation.channel())
                .filter(connector ->
                        connector.limits().window() == null) // a window is looked at when it comes to sending
                .map(connector -> book(conversation, connector, gates.to(connector)))
                .orElse(Place.NONE);
    }

    private Place book(ConversationId conversation, Connector connector, Gate gate) {
        if (!gate.tryGo(conversation)) {
            return Place.NONE;
        }
        if (!booked.add(conversation)) {
            gate.stayed();
            return Place.NONE;
        }
        return place(conversation, connector, gate);
    }

    private Place place(ConversationId conversation, Connector connector, Gate gate) {
        return new Place(
                row -> {
                    departures.put(conversation, new Departure(row, connector, gate));
                    booked.remove(conversation);
                    rows.tellOf(conversation);
                },
                () -> {
                    booked.remove(conversation);
                    gate.stayed();
                    rows.tellOf(conversation);
                });
    }

    /** Sends or settles the oldest row: one piece of work in a lane. */
    Optional<Duration> next(ConversationId conversation) {
        age.look();
        var departure = departures.remove(conversation);
        return departure == null ? fromTheStore(conversation) : Optional.of(leave(departure));
    }

    private Optional<Duration> fromTheStore(ConversationId conversation) {
        parked.remove(conversation);
        return rows.next(conversation)
                .filter(row -> !row.sending() || !isAboutToLeave(conversation))
                .flatMap(row -> row.sending() ? Optional.of(settle(row, lastHeardOf(row))) : attempt(row));
    }

    /** Looked at after the row: it was marked by what is being said at this moment, and whoever says it wakes the lane. */
    private boolean isAboutToLeave(ConversationId conversation) {
        return booked.contains(conversation) || departures.containsKey(conversation);
    }

    /** A row is found on its way when the store did not take its outcome, or we stopped before there was one. */
    private Delivery lastHeardOf(OutboxRow row) {
        var heard = unnoted.get(row.id());
        return heard != null && heard.attempt() == row.attempts()
                ? heard.delivery()
                : new Delivery.InDoubt("stopped while it was being sent");
    }

    /** What came of one attempt: another node may have made the next one since. */
    private record Heard(int attempt, Delivery delivery) {
        /** Of the attempt that a row was read for. */
        static Heard of(OutboxRow row, Delivery delivery) {
            return new Heard(row.sending() ? row.attempts() : row.attempts() + 1, delivery);
        }
    }

    private Optional<Duration> attempt(OutboxRow row) {
        if (isTooOld(row)) {
            return Optional.of(settle(row, new Delivery.Postponed(Duration.ZERO, "the platform has not taken it")));
        }
        var left = Duration.between(clock.instant(), row.dueAt());
        if (left.isPositive() && left.compareTo(LONGEST_WAIT) <= 0) {
            return Optional.of(left);
        }
        var connector = channels.named(row.conversation().channel());
        if (connector.isEmpty()) {
            return Optional.of(settle(row, new Delivery.Postponed(CHANNEL_CLOSED, "the channel is not open")));
        }
        var gate = gates.to(connector.get());
        return switch (gate.ask(row.conversation())) {
            case Gate.Answer.Go() -> Optional.of(send(row, connector.get(), gate));
            case Gate.Answer.Later(var delay) -> Optional.of(delay);
            case Gate.Answer.Parked() -> {
                parked.add(row.conversation());
                yield Optional.empty();
            }
        };
    }

    private boolean isTooOld(OutboxRow row) {
        return age.of(row.createdAt()).compareTo(GIVES_UP) > 0;
    }

    private Duration send(OutboxRow row, Connector connector, Gate gate) {
        boolean hindered = true;
        try {
            hindered = hindered(row, connector);
        } finally {
            if (hindered) {
                gate.stayed();
            }
        }
        return hindered ? Duration.ZERO : depart(new Departure(row, connector, gate));
    }

    /** Lets a call go that was marked by who said it, unless somebody took over since, or another node. */
    private Duration leave(Departure departure) {
        var row = departure.row();
        unnoted.put(row.id(), Heard.of(row, NOT_SENT)); // until it is, it waits as before should anything fail
        boolean current = false;
        try {
            leases.check(rows.store(), row.conversation());
            current = rows.isCurrent(rows.store(), row);
        } catch (LeaseLost e) {
            unnoted.remove(row.id()); // it is another node's to find out
            throw e;
        } finally {
            if (!current) {
                departure.gate().stayed();
            }
        }
        return current ? depart(departure) : withhold(row);
    }

    private Duration withhold(OutboxRow row) {
        rows.store().write(row.conversation().toString(), transaction -> {
            leases.check(transaction, row.conversation());
            rows.settle(transaction, row, State.WITHHELD, TAKEN_OVER);
        });
        unnoted.remove(row.id());
        return Duration.ZERO;
    }

    private Duration depart(Departure departure) {
        var row = departure.row();
        if (!leases.certain()) {
            departure.gate().stayed();
            return settle(row, new Delivery.Postponed(Duration.ZERO, "this node may have lost the conversation"));
        }
        var delivery = deliver(row, departure.connector());
        departure.gate().went(delivery);
        return settle(row, delivery);
    }

    /** Marks the row as on its way, unless it may not be sent any more. */
    private boolean hindered(OutboxRow row, Connector connector) {
        return rows.store().commit(row.conversation().toString(), transaction -> {
            leases.check(transaction, row.conversation());
            if (!rows.isCurrent(transaction, row)) {
                rows.settle(transaction, row, State.WITHHELD, TAKEN_OVER);
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
            return new Delivery.InDoubt("our connector failed: " + e.getClass().getSimpleName());
        }
    }

    /** Notes the outcome, and keeps it in mind until the store has taken it; says when the lane goes on. */
    private Duration settle(OutboxRow row, Delivery delivery) {
        unnoted.put(row.id(), Heard.of(row, delivery));
        try {
            var again = note(row, delivery);
            unnoted.remove(row.id());
            return again;
        } catch (LeaseLost e) {
            unnoted.remove(row.id()); // it is another node's to find out
            throw e;
        }
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
                rows.settle(transaction, row, State.SENT, null);
                yield Duration.ZERO;
            }
            case Delivery.Refused(var why) -> {
                rows.settle(transaction, row, State.REFUSED, why);
                yield Duration.ZERO;
            }
            case Delivery.Throttled(var retryAfter, var why) -> {
                rows.postpone(transaction, row, clock.instant(), why); // the gate knows when, for all of the account
                yield Duration.ZERO;
            }
            case Delivery.Postponed(var retryAfter, var why) -> {
                if (isTooOld(row)) {
                    rows.putAside(transaction, row, "dead", State.REFUSED, "gave up after a day: " + why);
                    yield Duration.ZERO;
                }
                var delay = longer(
                        retryAfter, BackOff.after(row.attempts(), row.id().hashCode()));
                rows.postpone(transaction, row, clock.instant().plus(delay), why);
                yield delay;
            }
            case Delivery.InDoubt(var why) -> {
                if (doubt.holds(row.conversation().channel())) {
                    rows.putAside(
                            transaction, row, "doubt", State.IN_DOUBT, why + "; held back, as the channel is set");
                    yield Duration.ZERO;
                }
                var delay = BackOff.after(row.attempts(), row.id().hashCode());
                rows.doubt(transaction, row, clock.instant().plus(delay), why);
                yield delay;
            }
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Finishes what is being sent and begins nothing more; what was about to leave waits as before. */
    @Override
    public void close() {
        lanes.close();
        gates.close();
        departures.values().forEach(departure -> unsent(departure.row()));
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
