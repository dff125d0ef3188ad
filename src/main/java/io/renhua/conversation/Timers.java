package io.renhua.conversation;

import io.renhua.handoff.Ownership.Queued;
import io.renhua.message.ConversationId;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alarms as rows: set in the transaction that gives reason to, taken in the one that holds what comes of it, so that each
 * happens once, whatever stops in between. One that is late happens late.
 */
public final class Timers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
    private static final Duration LOOKS = Duration.ofSeconds(1);
    private static final int AT_ONCE = 200;

    private static final String NEXT = """
            select kind, alarm, due_at, attempts from timer
            where conversation = ? and due_at <= ? order by due_at limit 1""";

    private static final String OF_KIND = """
            select kind, alarm, due_at, attempts from timer where conversation = ? and kind = ?""";

    private static final String ONE = "conversation = ? and kind = ? and due_at = ?";
    private static final String TAKE = "delete from timer where " + ONE;
    private static final String PUT_OFF = "update timer set attempts = attempts + 1, due_at = ? where " + ONE;

    private final Store store;
    private final Leases leases;
    private final Clock clock;
    private volatile Consumer<ConversationId> told = conversation -> {};
    private final Set<ConversationId> due = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("timers").factory());

    public Timers(Store store, Leases leases, Clock clock) {
        this.store = store;
        this.leases = leases;
        this.clock = clock;
    }

    /** Tells from now on of every conversation of ours in which something is due. */
    void start(Consumer<ConversationId> listener) {
        told = listener;
        var _ = watch.scheduleWithFixedDelay(() -> tryLook(listener), 0, LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tryLook(Consumer<ConversationId> listener) {
        try {
            look(listener);
        } catch (RuntimeException e) {
            LOG.warn("the timers could not be looked at, they come late: {}", e.getMessage()); // else the watch ends
        }
    }

    /** Finds what is due, and whoever works for its conversation. */
    void look(Consumer<ConversationId> listener) {
        rung().forEach(conversation -> ring(conversation, listener));
    }

    /** Tells of something that is due now, without waiting for the next look. */
    void ring(ConversationId conversation) {
        ring(conversation, told);
    }

    private void ring(ConversationId conversation, Consumer<ConversationId> listener) {
        if (store.commit(conversation.toString(), transaction -> leases.claim(transaction, conversation))) {
            due.add(conversation);
            listener.accept(conversation);
        }
    }

    private List<ConversationId> rung() {
        return store.read(
                handle -> handle.createQuery("select distinct conversation from timer where due_at <= :now limit :most")
                        .bind("now", clock.instant())
                        .bind("most", AT_ONCE)
                        .mapTo(String.class)
                        .map(ConversationId::parse)
                        .list());
    }

    /** Whether something was found due in a conversation and has not happened since. */
    boolean isDue(ConversationId conversation) {
        return due.contains(conversation);
    }

    /** Says that what was due has happened. */
    void rang(ConversationId conversation) {
        due.remove(conversation);
    }

    /** Sets an alarm in the place of the one of its kind. */
    void set(Transaction transaction, ConversationId conversation, Alarm alarm, Instant when) {
        cancel(transaction, conversation, alarm.getClass());
        transaction
                .handle()
                .createUpdate(
                        "insert into timer (conversation, kind, alarm, due_at) values (:conversation, :kind, :alarm, :due)")
                .bind("conversation", conversation.toString())
                .bind("kind", alarm.getClass().getSimpleName())
                .bind("alarm", Json.write(alarm))
                .bind("due", when)
                .execute();
    }

    /** Rings when somebody has waited twice as long as they were told. */
    void promise(Transaction transaction, ConversationId conversation, Queued wait, Duration promised) {
        var alarm = new Alarm.WaitExceeded(wait.request().since(), promised);
        set(transaction, conversation, alarm, clock.instant().plus(promised.multipliedBy(2)));
    }

    /** Until when somebody who waits was promised a person. */
    Optional<Instant> promised(ConversationId conversation) {
        var kind = Alarm.WaitExceeded.class.getSimpleName();
        return store.list(OF_KIND, Timers::due, conversation.toString(), kind).stream()
                .map(Due::alarm)
                .filter(Alarm.WaitExceeded.class::isInstance)
                .map(Alarm.WaitExceeded.class::cast)
                .filter(wait -> wait.since() != null)
                .map(wait -> wait.since().plus(wait.promised()))
                .findFirst();
    }

    /** Whether an alarm of a kind has not rung yet. */
    boolean isSet(Transaction transaction, ConversationId conversation, Class<? extends Alarm> kind) {
        return !transaction
                .list(OF_KIND, Timers::due, conversation.toString(), kind.getSimpleName())
                .isEmpty();
    }

    void cancel(Transaction transaction, ConversationId conversation, Class<? extends Alarm> kind) {
        transaction
                .handle()
                .createUpdate("delete from timer where conversation = :conversation and kind = :kind")
                .bind("conversation", conversation.toString())
                .bind("kind", kind.getSimpleName())
                .execute();
    }

    /** Nothing is to happen any more, whatever was set, but for one kind. */
    void cancelAllBut(Transaction transaction, ConversationId conversation, Class<? extends Alarm> kept) {
        transaction.update(
                "delete from timer where conversation = ? and kind <> ?",
                conversation.toString(),
                kept.getSimpleName());
    }

    /**
     * Something that is due.
     *
     * @param kind of alarm it was set as
     * @param alarm null when it cannot be read any more
     * @param at when it was to happen
     * @param attempts that failed
     */
    record Due(String kind, @Nullable Alarm alarm, Instant at, int attempts) {}

    /** What is due in a conversation for the longest time. */
    Optional<Due> next(ConversationId conversation) {
        return store.list(NEXT, Timers::due, conversation.toString(), clock.instant()).stream()
                .findFirst();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getString(1),
                Json.readable(row.getString(2), Alarm.class).orElse(null),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getInt(4));
    }

    /** Takes it, for it to happen now; false when it was called off or set anew meanwhile. */
    boolean take(Transaction transaction, ConversationId conversation, Due due) {
        return transaction.update(TAKE, conversation.toString(), due.kind(), due.at()) == 1;
    }

    /** Counts a try that failed, and lets it come back. */
    void putOff(Transaction transaction, ConversationId conversation, Due due, Instant until) {
        transaction.update(PUT_OFF, until, conversation.toString(), due.kind(), due.at());
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
