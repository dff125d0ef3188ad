package io.renhua.conversation;

import io.renhua.connector.Delivery;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.store.Transaction;
import io.renhua.text.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Notes what became of calls, and keeps it in mind until the store has taken it. */
final class Outcomes {
    private static final Duration GIVES_UP = Duration.ofHours(24);

    private static final Delivery NOT_SENT = new Delivery.Postponed(Duration.ZERO, "it was not sent");

    private final OutboxRows rows;
    private final Leases leases;
    private final DoubtPolicy doubt;
    private final Clock clock;
    private final Age age;
    private final Map<String, Heard> unnoted = new ConcurrentHashMap<>();

    Outcomes(OutboxRows rows, Leases leases, DoubtPolicy doubt, Clock clock, Age age) {
        this.rows = rows;
        this.leases = leases;
        this.doubt = doubt;
        this.clock = clock;
        this.age = age;
    }

    /** What came of one attempt: another node may have made the next one since. */
    private record Heard(int attempt, Delivery delivery) {
        /** Of the attempt that a row was read for. */
        static Heard of(OutboxRow row, Delivery delivery) {
            return new Heard(row.sending() ? row.attempts() : row.attempts() + 1, delivery);
        }
    }

    /** A row is found on its way when the store did not take its outcome, or we stopped before there was one. */
    Delivery lastHeardOf(OutboxRow row) {
        var heard = unnoted.get(row.id());
        return heard != null && heard.attempt() == row.attempts()
                ? heard.delivery()
                : new Delivery.InDoubt("stopped while it was being sent");
    }

    /** Keeps in mind that a row was marked and has not left. */
    void notSent(OutboxRow row) {
        unnoted.put(row.id(), Heard.of(row, NOT_SENT));
    }

    void forget(OutboxRow row) {
        unnoted.remove(row.id());
    }

    /** Since when words that nobody has taken are given up. */
    Instant givenUpBefore() {
        return clock.instant().minus(GIVES_UP);
    }

    boolean isTooOld(OutboxRow row) {
        return age.of(row.createdAt()).compareTo(GIVES_UP) > 0;
    }

    /** Notes the outcome; says when to come back for the same row, and nothing when it is over. */
    Optional<Duration> settle(OutboxRow row, Delivery delivery) {
        unnoted.put(row.id(), Heard.of(row, delivery));
        try {
            var again = note(row, delivery);
            forget(row);
            return again;
        } catch (LeaseLost e) {
            forget(row); // it is another node's to find out
            throw e;
        }
    }

    private Optional<Duration> note(OutboxRow row, Delivery delivery) {
        return rows.store().commit(row.conversation().toString(), transaction -> {
            leases.check(transaction, row.conversation());
            return note(transaction, row, delivery);
        });
    }

    private Optional<Duration> note(Transaction transaction, OutboxRow row, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent sent -> {
                rows.settle(transaction, row, State.SENT, null);
                yield Optional.empty();
            }
            case Delivery.Refused(var why) -> {
                rows.settle(transaction, row, State.REFUSED, why);
                yield Optional.empty();
            }
            case Delivery.Gone(var why) -> {
                rows.settle(transaction, row, State.REFUSED, why);
                rows.tellGone(transaction, row);
                yield Optional.empty();
            }
            case Delivery.Throttled(var retryAfter, var why) -> {
                rows.postpone(transaction, row, clock.instant(), why); // the gate knows when, for all of the account
                yield Optional.of(Duration.ZERO);
            }
            case Delivery.Postponed(var retryAfter, var why) -> postponed(transaction, row, retryAfter, why);
            case Delivery.InDoubt(var why) -> doubtful(transaction, row, why);
        };
    }

    private Optional<Duration> postponed(Transaction transaction, OutboxRow row, Duration retryAfter, String why) {
        if (isTooOld(row)) {
            rows.putAside(
                    transaction,
                    row,
                    "dead",
                    State.REFUSED,
                    Wording.of("gave up after a day: %s", why).toString());
            return Optional.empty();
        }
        var delay = longer(retryAfter, backOff(row));
        rows.postpone(transaction, row, clock.instant().plus(delay), why);
        return Optional.of(delay);
    }

    private Optional<Duration> doubtful(Transaction transaction, OutboxRow row, String why) {
        if (!row.isReadable()) {
            rows.putAside(transaction, row, "doubt", State.IN_DOUBT, why + "; " + DeadLetter.UNREADABLE);
            return Optional.empty(); // nobody can say it again
        }
        if (doubt.holds(row.conversation().channel())) {
            rows.putAside(
                    transaction,
                    row,
                    "doubt",
                    State.IN_DOUBT,
                    Wording.of("%s; held back, as the channel is set", why).toString());
            return Optional.empty();
        }
        var delay = backOff(row);
        rows.doubt(transaction, row, clock.instant().plus(delay), why);
        return Optional.of(delay);
    }

    private static Duration backOff(OutboxRow row) {
        return BackOff.after(row.attempts(), row.id().hashCode());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
