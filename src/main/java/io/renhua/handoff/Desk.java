package io.renhua.handoff;

import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows who owes each conversation's next word, and lets it change hands one winner at a time. */
public final class Desk {
    private static final String OWNER = "select * from ownership where conversation = ?";
    private static final String BEGIN = """
            insert into ownership (conversation, epoch, owner, since) values (?, 0, 'bot', ?) on conflict do nothing""";

    private static final String PASS = """
            update ownership set epoch = ?, owner = ?, queue = ?, agent = ?, why = ?, since = ?
            where conversation = ? and epoch = ?""";

    private static final String AHEAD = "select count(*) from ownership where owner = 'queued'";

    private final Store store;
    private final Journal journal;
    private final Clock clock;
    private final Waits waits = new Waits();

    public Desk(Store store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    public Ownership ownerOf(ConversationId conversation) {
        return ownerOf(store, conversation);
    }

    /** The same, as a transaction sees it. */
    public Ownership ownerOf(Queries queries, ConversationId conversation) {
        return queries.list(OWNER, Desk::ownership, conversation.toString()).stream()
                .findFirst()
                .orElse(Ownership.FIRST);
    }

    /** Passes the conversation on in a transaction of its own; false when somebody was faster. */
    public boolean pass(ConversationId conversation, Ownership from, Ownership to, @Nullable String why) {
        return store.commit(conversation.toString(), transaction -> pass(transaction, conversation, from, to, why));
    }

    /** Passes the conversation on if it still is as the caller saw it; false when somebody was faster. */
    public boolean pass(
            Transaction transaction, ConversationId conversation, Ownership from, Ownership to, @Nullable String why) {
        if (!swap(transaction, conversation, from, to, sinceOf(to))) {
            return false;
        }
        if (from instanceof Queued queued && to instanceof Human human) {
            var waited = Duration.between(queued.since(), human.since());
            transaction.afterwards(() -> waits.add(waited)); // the work may be begun more than once
        }
        journal.append(
                transaction,
                new Happening.Passed(conversation, clock.instant(), to.epoch(), nameOf(to), byOf(to), why));
        return true;
    }

    /** Everybody who waits for a person, the longest wait first. */
    public List<Waiting> queue() {
        return store.read(handle -> handle.createQuery("select * from ownership where owner = 'queued' order by since")
                .map((rows, context) -> new Waiting(conversation(rows), (Queued) ownership(rows)))
                .list());
    }

    /** What an agent has in hand, the oldest first. */
    public List<InHand> inHand() {
        return store.read(handle -> handle.createQuery("select * from ownership where owner = 'human' order by since")
                .map((rows, context) -> new InHand(conversation(rows), (Human) ownership(rows)))
                .list());
    }

    /** What to tell somebody who would wait from now on. */
    public Outlook outlook() {
        return outlook(store);
    }

    /** The same, as a transaction sees it. */
    public Outlook outlook(Queries queries) {
        return new Outlook(queries.list(AHEAD, row -> row.getInt(1)).getFirst(), waits.typical());
    }

    /**
     * @param ahead how many wait already
     * @param waits how long people waited lately
     */
    public record Outlook(int ahead, Duration waits) {}

    /** A conversation in the queue. */
    public record Waiting(ConversationId conversation, Queued queued) {}

    /** A conversation an agent answers. */
    public record InHand(ConversationId conversation, Human human) {}

    private static boolean swap(
            Transaction transaction, ConversationId conversation, Ownership from, Ownership to, Instant since) {
        if (from.epoch() == 0) {
            transaction.update(BEGIN, conversation.toString(), Instant.EPOCH);
        }
        return transaction.update(
                        PASS,
                        to.epoch(),
                        nameOf(to),
                        to instanceof Queued queued ? queued.queue() : null,
                        to instanceof Human human ? human.agent() : null,
                        to instanceof Queued queued ? queued.why() : null,
                        since,
                        conversation.toString(),
                        from.epoch())
                == 1;
    }

    private static ConversationId conversation(ResultSet rows) throws SQLException {
        return ConversationId.parse(rows.getString("conversation"));
    }

    private static Ownership ownership(ResultSet rows) throws SQLException {
        long epoch = rows.getLong("epoch");
        var since = rows.getObject("since", OffsetDateTime.class).toInstant();
        return switch (rows.getString("owner")) {
            case "bot" -> new Bot(epoch);
            case "queued" -> new Queued(epoch, rows.getString("queue"), rows.getString("why"), since);
            case "human" -> new Human(epoch, rows.getString("agent"), since);
            case String other -> throw new IllegalStateException("ownership.owner is " + other);
        };
    }

    private static String nameOf(Ownership ownership) {
        return switch (ownership) {
            case Bot bot -> "bot";
            case Queued queued -> "queued";
            case Human human -> "human";
        };
    }

    private static @Nullable String byOf(Ownership ownership) {
        return switch (ownership) {
            case Bot bot -> null;
            case Queued queued -> queued.queue();
            case Human human -> human.agent();
        };
    }

    private Instant sinceOf(Ownership ownership) {
        return switch (ownership) {
            case Bot bot -> clock.instant();
            case Queued queued -> queued.since();
            case Human human -> human.since();
        };
    }
}
