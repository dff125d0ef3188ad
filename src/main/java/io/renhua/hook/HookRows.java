package io.renhua.hook;

import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way, as the store keeps them. Of each conversation the first alone is due; the next is once that has arrived, or
 * is put aside.
 */
final class HookRows {
    /** A hook that has failed for longer has been away: once it is back, nothing waits for its hour. */
    private static final Duration AWAY = Duration.ofMinutes(1);

    private static final int LONGEST_WHY = 300;

    private static final String BEGIN = "insert into hook (name) values (?) on conflict do nothing";
    private static final String ADD = """
            insert into hook_delivery (hook, event, seq, type, conversation, state, at, until_at)
            values (?, ?, ?, ?, ?, 'waiting', ?, ?) on conflict do nothing""";
    private static final String RENEW = """
            update hook_delivery set state = 'waiting', attempts = 0, due_at = null, until_at = ?, why = null
            where hook = ? and event = ?""";
    private static final String DUE = """
            select hook_delivery.* from hook_delivery join hook on name = hook
            where hook = ? and state = 'waiting' and due_at <= ? and stopped_at is null
              and (held_until is null or held_until <= current_timestamp)
              and (quiet_until is null or quiet_until <= ?)
            order by due_at limit ?""";
    private static final String TAKE = """
            update hook_delivery set attempts = attempts + 1, held_until = current_timestamp + interval '60' second
            where hook = ? and event = ? and state = 'waiting'
              and (held_until is null or held_until <= current_timestamp)""";
    private static final String FIRST = """
            select event from hook_delivery where hook = ? and conversation = ? and state = 'waiting'
            order by seq, event limit 1""";
    private static final String DUE_NOW = "update hook_delivery set due_at = ? where hook = ? and event = ?";
    private static final String BEHIND = """
            update hook_delivery set due_at = null
            where hook = ? and conversation = ? and state = 'waiting' and event <> ? and due_at is not null""";
    private static final String REMOVE = "delete from hook_delivery where hook = ? and event = ?";
    private static final String AGAIN =
            "update hook_delivery set due_at = ?, held_until = null, why = ? where hook = ? and event = ?";
    private static final String ASIDE = """
            update hook_delivery set state = 'dead', due_at = null, held_until = null, why = ?
            where hook = ? and event = ?""";
    private static final String FAILING = """
            update hook set failing_since = coalesce(failing_since, ?), last_error = ?, last_error_at = ?,
              quiet_until = coalesce(?, quiet_until)
            where name = ?""";
    private static final String FAILED_SINCE =
            "select failing_since from hook where name = ? and failing_since is not null";
    private static final String WELL = "update hook set failing_since = null, quiet_until = null where name = ?";
    private static final String ALL_DUE = """
            update hook_delivery set due_at = ?
            where hook = ? and state = 'waiting' and due_at > ? and held_until is null""";
    private static final String STOP = "update hook set stopped_at = coalesce(stopped_at, ?) where name = ?";
    private static final String RESUME = """
            update hook set stopped_at = null, failing_since = null, quiet_until = null
            where name = ? and stopped_at is not null""";
    private static final String MORE_TIME =
            "update hook_delivery set until_at = ? where hook = ? and state = 'waiting'";

    private final Store store;
    private final Clock clock;

    HookRows(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** From now on it is known. */
    void begin(String hook) {
        store.write(transaction -> transaction.update(BEGIN, hook));
    }

    boolean isStopped(String hook) {
        return !store.list(
                        "select name from hook where name = ? and stopped_at is not null",
                        row -> row.getString(1),
                        hook)
                .isEmpty();
    }

    /** The lanes that events are written in. */
    static List<String> lanes(String hook, Collection<Event> events) {
        return events.stream()
                .map(event -> HookRow.lane(hook, event.conversation()))
                .distinct()
                .toList();
    }

    /** Puts events on their way; those that are already stay as they are. */
    void add(Transaction transaction, String hook, Collection<Event> events) {
        events.forEach(event -> insert(transaction, hook, event));
        conversations(events).forEach(conversation -> next(transaction, hook, conversation));
    }

    /** Puts events on their way once more, each at its place among those that wait. */
    void addAgain(Transaction transaction, String hook, Collection<Event> events) {
        var until = clock.instant().plus(Schedule.FOR);
        for (var event : events) {
            if (transaction.update(RENEW, until, hook, event.id()) == 0) {
                insert(transaction, hook, event);
            }
        }
        for (var conversation : conversations(events)) {
            next(transaction, hook, conversation);
            first(transaction, hook, conversation)
                    .forEach(first -> transaction.update(BEHIND, hook, conversation, first));
        }
    }

    private static Collection<String> conversations(Collection<Event> events) {
        var conversations = new LinkedHashSet<String>();
        events.forEach(event -> conversations.add(event.conversation()));
        return conversations;
    }

    private void insert(Transaction transaction, String hook, Event event) {
        transaction.update(
                ADD,
                hook,
                event.id(),
                event.entry().seq(),
                event.type().word(),
                event.conversation(),
                event.entry().happening().at(),
                clock.instant().plus(Schedule.FOR));
    }

    /** A test waits for nothing, and nothing for it. */
    void addTest(String hook, String id) {
        var now = clock.instant();
        store.write(HookRow.lane(hook, id), transaction -> {
            transaction.update(ADD, hook, id, 0, EventType.HOOK_TEST.word(), id, now, now);
            next(transaction, hook, id);
        });
    }

    private void next(Transaction transaction, String hook, String conversation) {
        first(transaction, hook, conversation)
                .forEach(first -> transaction.update(DUE_NOW + " and due_at is null", clock.instant(), hook, first));
    }

    private static List<String> first(Transaction transaction, String hook, String conversation) {
        return transaction.list(FIRST, row -> row.getString(1), hook, conversation);
    }

    /** What is to be tried now, whoever is to come first in front. */
    List<HookRow> due(String hook, int most) {
        var now = clock.instant();
        return store.list(DUE, HookRows::row, hook, now, now, most);
    }

    /** Takes one in hand, for a minute; false when another node was faster, or it is gone. */
    boolean take(HookRow row) {
        return store.commit(row.lane(), transaction -> transaction.update(TAKE, row.hook(), row.event()) == 1);
    }

    /** It arrived, or there is nothing to say any more. */
    void done(HookRow row) {
        var now = clock.instant();
        store.write(row.lane(), transaction -> {
            well(transaction, row.hook(), now);
            transaction.update(REMOVE, row.hook(), row.event());
            next(transaction, row.hook(), row.conversation());
        });
    }

    private static void well(Transaction transaction, String hook, Instant now) {
        for (var since : transaction.list(FAILED_SINCE, row -> row.getObject(1, OffsetDateTime.class), hook)) {
            transaction.update(WELL, hook);
            if (since.toInstant().isBefore(now.minus(AWAY))) {
                transaction.update(ALL_DUE, now, hook, now);
            }
        }
    }

    /**
     * It did not arrive: comes again, or is put aside when its time is up.
     *
     * @param attempts with the one that failed
     * @param notBefore until then nobody is called at all
     */
    void failed(HookRow row, int attempts, String why, @Nullable Instant notBefore) {
        var now = clock.instant();
        var said = why.substring(0, Math.min(why.length(), LONGEST_WHY));
        store.write(row.lane(), transaction -> {
            transaction.update(FAILING, now, said, now, notBefore, row.hook());
            if (row.seq() == 0) {
                transaction.update(REMOVE, row.hook(), row.event()); // whoever tests sees that it failed
            } else if (now.isBefore(row.until())) {
                transaction.update(AGAIN, next(row, attempts, now, notBefore), said, row.hook(), row.event());
            } else {
                transaction.update(ASIDE, said, row.hook(), row.event());
                next(transaction, row.hook(), row.conversation());
            }
        });
    }

    /** A last try comes when its time is up. */
    private static Instant next(HookRow row, int attempts, Instant now, @Nullable Instant notBefore) {
        var planned = now.plus(Schedule.after(attempts, row.event()));
        var next = planned.isAfter(row.until()) ? row.until() : planned;
        return notBefore != null && notBefore.isAfter(next) ? notBefore : next;
    }

    /** What can never be said is put aside at once. */
    void unsayable(HookRow row, String why) {
        store.write(row.lane(), transaction -> {
            transaction.update(ASIDE, why, row.hook(), row.event());
            next(transaction, row.hook(), row.conversation());
        });
    }

    /** Nobody there wants events any more; what waits stays until somebody says otherwise. */
    void stop(HookRow row, String why) {
        var now = clock.instant();
        store.write(row.lane(), transaction -> {
            transaction.update(FAILING, now, why, now, null, row.hook());
            transaction.update(STOP, now, row.hook());
            if (row.seq() == 0) {
                transaction.update(REMOVE, row.hook(), row.event());
            } else {
                transaction.update(AGAIN, now, why, row.hook(), row.event());
            }
        });
    }

    /** Goes on after a stop; false when it had not been stopped. */
    boolean resume(String hook) {
        var now = clock.instant();
        return store.commit(transaction -> {
            boolean stopped = transaction.update(RESUME, hook) == 1;
            if (stopped) {
                transaction.update(MORE_TIME, now.plus(Schedule.FOR), hook);
                transaction.update(ALL_DUE, now, hook, now);
            }
            return stopped;
        });
    }

    private static HookRow row(ResultSet row) throws SQLException {
        return new HookRow(
                row.getString("hook"),
                row.getString("event"),
                row.getLong("seq"),
                row.getString("type"),
                row.getString("conversation"),
                row.getInt("attempts"),
                row.getObject("until_at", OffsetDateTime.class).toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
