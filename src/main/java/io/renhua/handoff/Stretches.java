package io.renhua.handoff;

import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down how people work with each change of hands, so that their numbers are one cheap question. */
public final class Stretches {
    private static final String OPEN = "conversation = ? and ended_at is null";

    private static final String BEGIN = """
            insert into human_stretch (conversation, epoch, agent, team, asked_at, joined_at)
            values (?, ?, ?, ?, coalesce(?, (select waiting_since from ownership where conversation = ?)), ?)""";

    private static final String END =
            "update human_stretch set ended_at = coalesce(held_at, ?), held_at = null, outcome = ?, topic = ? where "
                    + OPEN;

    private static final String REOPEN = """
            update human_stretch set ended_at = null, outcome = null, topic = null
            where conversation = ? and epoch = (select max(epoch) from human_stretch as last where last.conversation = ?)""";

    private static final String MISSED = "insert into agent_miss (agent, at, kind) values (?, ?, ?)";

    private final Store store;

    public Stretches(Store store) {
        this.store = store;
    }

    /** A conversation changed hands. */
    static void passed(
            Transaction transaction,
            ConversationId conversation,
            Ownership from,
            Ownership to,
            Change change,
            Instant now) {
        var before = keeper(from);
        var after = keeper(to);
        if (isTakenBack(from, to, change)) {
            transaction.update(REOPEN, conversation.toString(), conversation.toString());
        } else if (before != null && before.equals(after)) {
            pause(transaction, conversation, from, to, now);
        } else {
            if (before != null) {
                end(transaction, conversation, to, change, now);
            }
            if (to instanceof Human human) {
                begin(transaction, conversation, from, human);
            }
        }
        missed(transaction, from, change, now);
    }

    /** What was resolved or given back goes on as if it had not been. */
    private static boolean isTakenBack(Ownership from, Ownership to, Change change) {
        return to instanceof Human
                && (from instanceof Wrap || (from instanceof Bot && Desk.UNDONE.equals(change.why())));
    }

    /** Whoever has it, or put it off and gets it back. */
    private static @Nullable String keeper(Ownership owner) {
        return owner instanceof Hold hold ? hold.agent() : owner.speaker().orElse(null);
    }

    private static void begin(Transaction transaction, ConversationId conversation, Ownership from, Human human) {
        var asked = from.asked().map(Request::since).orElse(null);
        var id = conversation.toString();
        transaction.update(BEGIN, id, human.epoch(), human.agent(), human.team(), asked, id, human.since());
    }

    private static void end(
            Transaction transaction, ConversationId conversation, Ownership to, Change change, Instant now) {
        var outcome = switch (to) {
            case Wrap wrap -> Stretch.RESOLVED;
            case Bot bot -> "released";
            case Human human -> "passed";
            default -> change.why();
        };
        var topic = to instanceof Wrap wrap ? wrap.topic() : null;
        transaction.update(END, now, outcome, topic, conversation.toString());
    }

    private static void pause(
            Transaction transaction, ConversationId conversation, Ownership from, Ownership to, Instant now) {
        if (to instanceof Hold) {
            transaction.update("update human_stretch set held_at = ? where " + OPEN, now, conversation.toString());
        } else if (from instanceof Hold) {
            long held = transaction
                    .list(
                            "select held_at from human_stretch where held_at is not null and " + OPEN,
                            row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                            conversation.toString())
                    .stream()
                    .mapToLong(since -> Duration.between(since, now).toSeconds())
                    .sum();
            transaction.update(
                    "update human_stretch set held_at = null, held_seconds = held_seconds + ? where " + OPEN,
                    held,
                    conversation.toString());
        }
    }

    private static void missed(Transaction transaction, Ownership from, Change change, Instant now) {
        var why = change.why() == null ? "" : change.why();
        if (from instanceof Offered offered && why.startsWith("missed")) {
            transaction.update(MISSED, offered.agent(), now, "offer");
        } else if (why.equals("no reply")) {
            from.speaker().ifPresent(agent -> transaction.update(MISSED, agent, now, "silence"));
        }
    }

    /** Whoever has a conversation said something in it. */
    static void spoke(Transaction transaction, ConversationId conversation, Instant now) {
        transaction.update(
                "update human_stretch set answered_at = ? where answered_at is null and " + OPEN,
                now,
                conversation.toString());
    }

    /** The last of a conversation, the latest first. */
    public static List<Stretch> in(Queries queries, ConversationId conversation) {
        return queries.list(
                "select * from human_stretch where conversation = ? order by epoch desc limit 50",
                Stretches::stretch,
                conversation.toString());
    }

    /** Every stretch of an agent that began since a moment. */
    public List<Stretch> of(String agent, Instant since) {
        return store.list(
                "select * from human_stretch where agent = ? and joined_at >= ?", Stretches::stretch, agent, since);
    }

    /** Everybody's that began since a moment, the latest first. */
    public List<Stretch> all(Instant since, int most) {
        return store.list(
                "select * from human_stretch where joined_at >= ? order by joined_at desc limit ?",
                Stretches::stretch,
                since,
                most);
    }

    /** @param kind {@code offer} or {@code silence} */
    public record Missed(String agent, Instant at, String kind) {}

    /** What an agent missed since a moment. */
    public List<Missed> missedBy(String agent, Instant since) {
        return store.list("select * from agent_miss where agent = ? and at >= ?", Stretches::missed, agent, since);
    }

    /** What anybody missed since a moment. */
    public List<Missed> missed(Instant since) {
        return store.list("select * from agent_miss where at >= ?", Stretches::missed, since);
    }

    private static Missed missed(ResultSet row) throws SQLException {
        return new Missed(
                row.getString("agent"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"));
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(
                row.getString("agent"),
                row.getString("team"),
                at(row, "asked_at"),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                at(row, "answered_at"),
                at(row, "ended_at"),
                Duration.ofSeconds(row.getLong("held_seconds")),
                row.getString("outcome"),
                row.getString("topic"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
