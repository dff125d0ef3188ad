package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private final Store store;
    private final Leases leases;
    private final Clock clock;
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
        for (var conversation : rung()) {
            if (store.commit(conversation.toString(), transaction -> leases.claim(transaction, conversation))) {
                due.add(conversation);
                listener.accept(conversation);
            }
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

    void cancel(Transaction transaction, ConversationId conversation, Class<? extends Alarm> kind) {
        transaction
                .handle()
                .createUpdate("delete from timer where conversation = :conversation and kind = :kind")
                .bind("conversation", conversation.toString())
                .bind("kind", kind.getSimpleName())
                .execute();
    }

    /**
     * Something that is due.
     *
     * @param kind of alarm it was set as
     * @param alarm null when it cannot be read any more
     */
    record Due(String kind, @Nullable Alarm alarm) {}

    /** Takes what is due in a conversation, the oldest first. */
    List<Due> take(Transaction transaction, ConversationId conversation) {
        var now = clock.instant();
        var alarms = transaction
                .handle()
                .createQuery(
                        "select kind, alarm from timer where conversation = :conversation and due_at <= :now order by due_at")
                .bind("conversation", conversation.toString())
                .bind("now", now)
                .map((row, context) -> new Due(
                        row.getString(1),
                        Json.readable(row.getString(2), Alarm.class).orElse(null)))
                .list();
        transaction
                .handle()
                .createUpdate("delete from timer where conversation = :conversation and due_at <= :now")
                .bind("conversation", conversation.toString())
                .bind("now", now)
                .execute();
        return alarms;
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
