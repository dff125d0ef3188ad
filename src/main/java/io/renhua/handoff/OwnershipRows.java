package io.renhua.handoff;

import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Receiver;
import io.renhua.handoff.Ownership.Transfer;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.handoff.Request.Rank;
import io.renhua.handoff.Request.Wish;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who owes the next word, as the store keeps it: a row for each conversation that ever had another owner than the bot. */
final class OwnershipRows {
    private static final String BEGIN = """
            insert into ownership (conversation, epoch, owner, since) values (?, 0, 'bot', ?) on conflict do nothing""";

    /** Whoever is urgent stays so, as long as they wait for a person or have one. */
    private static final String SWAP = """
            update ownership set epoch = ?, owner = ?, since = ?, queue = ?, agent = ?, why = ?,
              urgency = case when urgency <= ? then urgency else ? end, asked_at = ?,
              receiver = ?, receiving_team = ?, until_at = ?, wish = ?, is_kept = ?, falls_to = ?, falls_at = ?,
              exit_how = ?, exit_at = ?, exit_topic = ?
            where conversation = ? and epoch = ?""";

    private OwnershipRows() {}

    /** Whether it was still as the caller saw it, and is the other now. */
    static boolean swap(Transaction transaction, ConversationId conversation, long from, Ownership to, Instant now) {
        if (from == 0) {
            transaction.update(BEGIN, conversation.toString(), Instant.EPOCH);
        }
        var row = row(to, now);
        return transaction.update(
                        SWAP,
                        to.epoch(),
                        to.word(),
                        row.since(),
                        row.team(),
                        row.agent(),
                        row.why(),
                        keepsUrgency(to) ? Rank.URGENT.place() : -1,
                        row.rank().place(),
                        row.askedAt(),
                        row.to() == null ? null : row.to().agent(),
                        row.to() == null ? null : row.to().team(),
                        row.until(),
                        row.wish().agent(),
                        row.wish().isKept(),
                        row.wish().fallsTo(),
                        row.wish().fallsAt(),
                        row.exit() == null ? null : row.exit().how().word(),
                        row.exit() == null ? null : row.exit().at(),
                        row.exit() == null ? null : row.exit().topic(),
                        conversation.toString(),
                        from)
                == 1;
    }

    private static boolean keepsUrgency(Ownership owner) {
        return switch (owner) {
            case Bot bot -> false;
            case Wrap wrap -> false;
            case Closed closed -> false;
            case Outside outside -> false;
            case Queued queued -> true;
            case Offered offered -> true;
            case Human human -> true;
            case Transfer transfer -> true;
            case Hold hold -> true;
        };
    }

    private record Row(
            Instant since,
            @Nullable String team,
            @Nullable String agent,
            @Nullable String why,
            Rank rank,
            @Nullable Instant askedAt,
            @Nullable Receiver to,
            @Nullable Instant until,
            Wish wish,
            @Nullable Exit exit) {

        static Row of(Instant since, @Nullable String agent, @Nullable String team, @Nullable String why) {
            return new Row(since, team, agent, why, Rank.ORDINARY, null, null, null, Wish.NONE, null);
        }

        static Row of(Instant since, @Nullable String agent, Request request) {
            return new Row(
                    since,
                    request.team(),
                    agent,
                    request.why(),
                    request.rank(),
                    request.since(),
                    null,
                    null,
                    request.wish(),
                    null);
        }

        Row until(Instant moment) {
            return new Row(since, team, agent, why, rank, askedAt, to, moment, wish, exit);
        }

        Row to(Receiver receiver) {
            return new Row(since, team, agent, why, rank, askedAt, receiver, until, wish, exit);
        }

        Row to(@Nullable String outsider) {
            return outsider == null ? this : to(new Receiver(outsider, null));
        }

        Row after(@Nullable Exit last) {
            return new Row(since, team, agent, why, rank, askedAt, to, until, wish, last);
        }
    }

    private static Row row(Ownership owner, Instant now) {
        return switch (owner) {
            case Bot(var epoch, var exit) -> Row.of(now, null, null, null).after(exit);
            case Queued(var epoch, var request) -> Row.of(request.since(), request.passedBy(), request);
            case Offered(var epoch, var request, var agent, var since, var until) ->
                Row.of(since, agent, request).until(until);
            case Human(var epoch, var agent, var team, var since) -> Row.of(since, agent, team, null);
            case Transfer(var epoch, var agent, var team, var to, var since, var until) ->
                Row.of(since, agent, team, null).to(to).until(until);
            case Hold(var epoch, var request, var agent, var until) ->
                Row.of(request.since(), agent, request).until(until);
            case Wrap(var epoch, var agent, var team, var topic, var since, var until) ->
                Row.of(since, agent, team, topic).until(until);
            case Closed(var epoch, var agent, var team, var exit, var since) ->
                Row.of(since, agent, team, null).after(exit);
            case Outside(var epoch, var where, var by, var team, var since, var until) ->
                Row.of(since, null, team, where.word()).to(by).until(until);
        };
    }

    static Ownership ownership(ResultSet row) throws SQLException {
        long epoch = row.getLong("epoch");
        var since = at(row, "since");
        return switch (row.getString("owner")) {
            case "bot" -> new Bot(epoch, exit(row));
            case "queued" -> new Queued(epoch, request(row));
            case "offered" -> new Offered(epoch, request(row), row.getString("agent"), since, at(row, "until_at"));
            case "human" -> new Human(epoch, row.getString("agent"), team(row), since);
            case "transfer" ->
                new Transfer(epoch, row.getString("agent"), team(row), receiver(row), since, at(row, "until_at"));
            case "hold" -> new Hold(epoch, request(row), row.getString("agent"), at(row, "until_at"));
            case "wrap" ->
                new Wrap(epoch, row.getString("agent"), team(row), row.getString("why"), since, at(row, "until_at"));
            case "closed" -> new Closed(epoch, row.getString("agent"), team(row), exit(row), since);
            case "outside" ->
                new Outside(
                        epoch,
                        Outside.Where.of(row.getString("why")),
                        row.getString("receiver"),
                        team(row),
                        since,
                        at(row, "until_at"));
            case String other -> throw new IllegalStateException("ownership.owner is " + other);
        };
    }

    private static Request request(ResultSet row) throws SQLException {
        var asked = row.getObject("asked_at", OffsetDateTime.class);
        return new Request(
                team(row),
                row.getString("why"),
                Rank.at(row.getInt("urgency")),
                asked == null ? at(row, "since") : asked.toInstant(), // rows of before there were ranks
                row.getString("owner").equals("queued") ? row.getString("agent") : null,
                wish(row));
    }

    private static Wish wish(ResultSet row) throws SQLException {
        var falls = row.getObject("falls_at", OffsetDateTime.class);
        return new Wish(
                row.getString("wish"),
                row.getBoolean("is_kept"),
                row.getString("falls_to"),
                falls == null ? null : falls.toInstant());
    }

    private static @Nullable Exit exit(ResultSet row) throws SQLException {
        var how = row.getString("exit_how");
        return how == null ? null : new Exit(Exit.How.of(how), at(row, "exit_at"), row.getString("exit_topic"));
    }

    private static Receiver receiver(ResultSet row) throws SQLException {
        return new Receiver(row.getString("receiver"), row.getString("receiving_team"));
    }

    /** What an agent had before conversations kept their team has none. */
    private static String team(ResultSet row) throws SQLException {
        return Objects.requireNonNullElse(row.getString("queue"), Desk.ANY_TEAM);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
