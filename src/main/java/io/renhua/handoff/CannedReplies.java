package io.renhua.handoff;

import io.renhua.handoff.CannedReply.Fits;
import io.renhua.handoff.Whose.Scope;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words that agents keep ready. What is deleted can be taken back for a month. */
public final class CannedReplies {
    /** In which they are written, so that no two become the same. */
    private static final String LANE = "canned replies";

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String NAMED = "select * from canned_reply where id = ? and deleted_at is null";
    private static final String READABLE = """
            select * from canned_reply where deleted_at is null and (scope <> 'personal' or whose = ?)
            order by shortcut, scope, whose limit 2000""";
    private static final String OFFERED = """
            select * from canned_reply
            where deleted_at is null and (expires_at is null or expires_at > ?)
              and (scope = 'team' or (scope = 'personal' and whose = ?) or (scope = 'persona' and whose = ?))
              and locale in ('', ?) and channel in ('', ?) and persona in ('', ?)
            order by uses desc, shortcut limit 1000""";
    private static final String SAME = """
            select * from canned_reply
            where deleted_at is null and id <> ? and scope = ? and whose = ? and locale = ? and channel = ?
              and (lower(shortcut) = ? or words = ?)
            order by shortcut limit 1""";
    private static final String CHANGE = """
            update canned_reply
            set scope = ?, whose = ?, locale = ?, channel = ?, shortcut = ?, title = ?, words = ?,
              persona = ?, picture = ?, card_title = ?, button = ?, link = ?, expires_at = ?, owner = ?, changed_at = ?
            where id = ? and deleted_at is null""";
    private static final String ADD = """
            insert into canned_reply
              (scope, whose, locale, channel, shortcut, title, words,
               persona, picture, card_title, button, link, expires_at, owner, changed_at, id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DELETE = "update canned_reply set deleted_at = ? where id = ? and deleted_at is null";
    private static final String DELETED = "select * from canned_reply where id = ? and deleted_at is not null";
    private static final String RESTORE = "update canned_reply set deleted_at = null where id = ?";
    private static final String FORGET = "delete from canned_reply where deleted_at < ?";
    private static final String USED = "update canned_reply set uses = uses + 1 where id = ?";

    private final Store store;
    private final Clock clock;

    public CannedReplies(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<CannedReply> named(String id) {
        return store.list(NAMED, CannedReplies::reply, id).stream().findFirst();
    }

    /** One that was deleted and can be taken back. */
    public Optional<CannedReply> deleted(String id) {
        return store.list(DELETED, CannedReplies::reply, id).stream().findFirst();
    }

    /** All that somebody may read: their own, and what others share. */
    public List<CannedReply> readable(String login) {
        return store.list(READABLE, CannedReplies::reply, login);
    }

    /**
     * What somebody is offered where they write, the most used first; pictures only where their persona speaks.
     *
     * @param teams that they answer for here
     */
    public List<CannedReply> offered(String login, Set<String> teams, String persona, Fits here) {
        return store
                .list(
                        OFFERED,
                        CannedReplies::reply,
                        clock.instant(),
                        login,
                        persona,
                        here.locale(),
                        here.channel(),
                        persona)
                .stream()
                .filter(reply -> reply.whose().scope() != Scope.TEAM
                        || teams.contains(reply.whose().name()))
                .toList();
    }

    /** What came of writing or restoring one. */
    public sealed interface Saved {
        record Done() implements Saved {}

        /** It would be found by the same shortcut as another of the same owner, or says the same. */
        record Twice(CannedReply other) implements Saved {}

        /** It is not there any more. */
        record Gone() implements Saved {}
    }

    /** Writes one anew. */
    public Saved add(CannedReply reply) {
        return store.commit(LANE, transaction -> put(transaction, ADD, reply));
    }

    /** Puts it in the place of the one that has its id. */
    public Saved change(CannedReply reply) {
        return store.commit(LANE, transaction -> put(transaction, CHANGE, reply));
    }

    private Saved put(Transaction transaction, String sql, CannedReply reply) {
        var same = same(transaction, reply);
        if (same.isPresent()) {
            return new Saved.Twice(same.get());
        }
        int written = transaction.update(
                sql,
                reply.whose().scope().word(),
                reply.whose().name(),
                reply.fits().locale(),
                reply.fits().channel(),
                reply.shortcut(),
                reply.title(),
                reply.words(),
                reply.enclosure().persona(),
                reply.enclosure().picture(),
                reply.enclosure().title(),
                reply.enclosure().button(),
                reply.enclosure().link(),
                reply.expires(),
                reply.owner(),
                clock.instant(),
                reply.id());
        return written == 1 ? new Saved.Done() : new Saved.Gone();
    }

    /** False when it was not there. */
    public boolean delete(String id) {
        return store.commit(LANE, transaction -> {
            var now = clock.instant();
            transaction.update(FORGET, now.minus(KEPT));
            return transaction.update(DELETE, now, id) == 1;
        });
    }

    public Saved restore(String id) {
        return store.commit(LANE, transaction -> {
            var before =
                    transaction.list(DELETED, CannedReplies::reply, id).stream().findFirst();
            if (before.isEmpty()) {
                return new Saved.Gone();
            }
            var same = same(transaction, before.get());
            if (same.isPresent()) {
                return new Saved.Twice(same.get());
            }
            transaction.update(RESTORE, id);
            return new Saved.Done();
        });
    }

    /** Somebody took it. */
    public void used(String id) {
        store.write(LANE, transaction -> transaction.update(USED, id));
    }

    private static Optional<CannedReply> same(Queries queries, CannedReply reply) {
        return queries
                .list(
                        SAME,
                        CannedReplies::reply,
                        reply.id(),
                        reply.whose().scope().word(),
                        reply.whose().name(),
                        reply.fits().locale(),
                        reply.fits().channel(),
                        reply.shortcut().toLowerCase(Locale.ROOT),
                        reply.words())
                .stream()
                .findFirst();
    }

    private static CannedReply reply(ResultSet row) throws SQLException {
        var expires = row.getObject("expires_at", OffsetDateTime.class);
        return new CannedReply(
                row.getString("id"),
                new Whose(Scope.of(row.getString("scope")), row.getString("whose")),
                new Fits(row.getString("locale"), row.getString("channel")),
                row.getString("shortcut"),
                row.getString("title"),
                row.getString("words"),
                new Enclosure(
                        row.getString("persona"),
                        row.getString("picture"),
                        row.getString("card_title"),
                        row.getString("button"),
                        row.getString("link")),
                expires == null ? null : expires.toInstant(),
                row.getLong("uses"),
                row.getString("owner"));
    }
}
