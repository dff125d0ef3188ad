package io.renhua.handoff;

import io.renhua.handoff.Macro.Step;
import io.renhua.handoff.Whose.Scope;
import io.renhua.store.Json;
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

/** The macros that are kept ready. What is deleted can be taken back for a month. */
public final class Macros {
    /** In which they are written, so that no two of one owner get the same title. */
    private static final String LANE = "macros";

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String NAMED = "select * from macro where id = ? and deleted_at is null";
    private static final String READABLE = """
            select * from macro where deleted_at is null and (scope <> 'personal' or whose = ?)
            order by title, scope, whose limit 2000""";
    private static final String OFFERED = """
            select * from macro
            where deleted_at is null and (expires_at is null or expires_at > ?)
              and (scope = 'team' or (scope = 'personal' and whose = ?) or (scope = 'persona' and whose = ?))
            order by uses desc, title limit 1000""";
    private static final String SAME = """
            select * from macro
            where deleted_at is null and id <> ? and scope = ? and whose = ? and lower(title) = ?""";
    private static final String CHANGE = """
            update macro set scope = ?, whose = ?, title = ?, steps = ?, expires_at = ?, owner = ?, changed_at = ?
            where id = ? and deleted_at is null""";
    private static final String ADD = """
            insert into macro (scope, whose, title, steps, expires_at, owner, changed_at, id)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DELETE = "update macro set deleted_at = ? where id = ? and deleted_at is null";
    private static final String DELETED = "select * from macro where id = ? and deleted_at is not null";
    private static final String RESTORE = "update macro set deleted_at = null where id = ?";
    private static final String FORGET = "delete from macro where deleted_at < ?";
    private static final String USED = "update macro set uses = uses + 1 where id = ?";

    private final Store store;
    private final Clock clock;

    public Macros(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<Macro> named(String id) {
        return store.list(NAMED, Macros::macro, id).stream().findFirst();
    }

    /** One that was deleted and can be taken back. */
    public Optional<Macro> deleted(String id) {
        return store.list(DELETED, Macros::macro, id).stream().findFirst();
    }

    /** All that somebody may read: their own, and what others share. */
    public List<Macro> readable(String login) {
        return store.list(READABLE, Macros::macro, login);
    }

    /**
     * What somebody is offered in a conversation, the most used first.
     *
     * @param teams that they answer for there
     */
    public List<Macro> offered(String login, Set<String> teams, String persona) {
        return store.list(OFFERED, Macros::macro, clock.instant(), login, persona).stream()
                .filter(macro -> macro.whose().scope() != Scope.TEAM
                        || teams.contains(macro.whose().name()))
                .toList();
    }

    /** What came of writing or restoring one. */
    public enum Saved {
        DONE,
        /** Another of the same owner has its title. */
        TWICE,
        /** It is not there any more. */
        GONE
    }

    /** Writes one anew. */
    public Saved add(Macro macro) {
        return store.commit(LANE, transaction -> put(transaction, ADD, macro));
    }

    /** Puts it in the place of the one that has its id. */
    public Saved change(Macro macro) {
        return store.commit(LANE, transaction -> put(transaction, CHANGE, macro));
    }

    private Saved put(Transaction transaction, String sql, Macro macro) {
        if (isTwice(transaction, macro)) {
            return Saved.TWICE;
        }
        int written = transaction.update(
                sql,
                macro.whose().scope().word(),
                macro.whose().name(),
                macro.title(),
                Json.write(macro.steps().toArray(Step[]::new)),
                macro.expires(),
                macro.owner(),
                clock.instant(),
                macro.id());
        return written == 1 ? Saved.DONE : Saved.GONE;
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
            var before = transaction.list(DELETED, Macros::macro, id).stream().findFirst();
            if (before.isEmpty()) {
                return Saved.GONE;
            }
            if (isTwice(transaction, before.get())) {
                return Saved.TWICE;
            }
            transaction.update(RESTORE, id);
            return Saved.DONE;
        });
    }

    /** It was done with a conversation. */
    public void used(String id) {
        store.write(LANE, transaction -> transaction.update(USED, id));
    }

    private static boolean isTwice(Queries queries, Macro macro) {
        return !queries.list(
                        SAME,
                        row -> row.getString("id"),
                        macro.id(),
                        macro.whose().scope().word(),
                        macro.whose().name(),
                        macro.title().toLowerCase(Locale.ROOT))
                .isEmpty();
    }

    private static Macro macro(ResultSet row) throws SQLException {
        var expires = row.getObject("expires_at", OffsetDateTime.class);
        return new Macro(
                row.getString("id"),
                new Whose(Scope.of(row.getString("scope")), row.getString("whose")),
                row.getString("title"),
                List.of(Json.read(row.getString("steps"), Step[].class)),
                expires == null ? null : expires.toInstant(),
                row.getLong("uses"),
                row.getString("owner"));
    }
}
