package io.renhua.server;

import io.renhua.store.Store;
import io.renhua.store.Transaction;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who may sign in, and as what. There is always an owner left who can. */
@Singleton
public final class StaffAccounts {
    private final Store store;
    private final Clock clock;
    private final StaffPasswords passwords;

    StaffAccounts(Store store, Clock clock, StaffPasswords passwords) {
        this.store = store;
        this.clock = clock;
        this.passwords = passwords;
    }

    List<StaffMember> all() {
        return store.read(handle -> handle.createQuery("select * from staff order by disabled, created_at")
                .map((rows, context) -> member(rows))
                .list());
    }

    Optional<StaffMember> named(String login) {
        return store.read(handle -> find(handle, login).map(Kept::member));
    }

    /** Whom a login and a password belong to; takes as long for logins that do not exist. */
    Optional<StaffMember> signedIn(String login, String password) {
        var kept = store.read(handle -> find(handle, login.strip().toLowerCase(Locale.ROOT)));
        return passwords.fits(password, kept.map(Kept::password).orElse(null))
                ? kept.map(Kept::member).filter(member -> !member.disabled())
                : Optional.empty();
    }

    boolean exists(Transaction transaction, String login) {
        return find(transaction.handle(), login).isPresent();
    }

    void add(Transaction transaction, String login, String name, StaffRole role, String passwordHash) {
        transaction
                .handle()
                .createUpdate("""
                        insert into staff (login, name, role, password, created_at)
                        values (:login, :name, :role, :password, :now)""")
                .bind("login", login)
                .bind("name", name)
                .bind("role", role.word())
                .bind("password", passwordHash)
                .bind("now", clock.instant())
                .execute();
    }

    /** Changes a password and ends every other session; empty when the present password is wrong. */
    Optional<StaffMember> changePassword(String login, String present, String wanted) {
        if (signedIn(login, present).isEmpty()) {
            return Optional.empty();
        }
        var hash = passwords.hash(wanted);
        return store.commit(StaffInvitations.LANE, transaction -> {
            update(transaction, "password = :value, epoch = epoch + 1", login, hash);
            return find(transaction.handle(), login).map(Kept::member);
        });
    }

    /** Gives another role; false when no owner would be left. */
    boolean changeRole(String login, StaffRole role) {
        return store.commit(StaffInvitations.LANE, transaction -> {
            if (role != StaffRole.OWNER && isLastOwner(transaction.handle(), login)) {
                return false;
            }
            update(transaction, "role = :value", login, role.word());
            return true;
        });
    }

    /** Lets somebody in no more, or again; ends their sessions; false when no owner would be left. */
    boolean disable(String login, boolean disabled) {
        return store.commit(StaffInvitations.LANE, transaction -> {
            if (disabled && isLastOwner(transaction.handle(), login)) {
                return false;
            }
            update(transaction, "disabled = :value, epoch = epoch + 1", login, disabled);
            return true;
        });
    }

    private static void update(Transaction transaction, String what, String login, Object value) {
        transaction
                .handle()
                .createUpdate("update staff set " + what + " where login = :login")
                .bind("value", value)
                .bind("login", login)
                .execute();
    }

    private static boolean isLastOwner(Handle handle, String login) {
        return handle.createQuery("select login from staff where role = 'owner' and not disabled")
                .mapTo(String.class)
                .list()
                .equals(List.of(login));
    }

    private static Optional<Kept> find(Handle handle, String login) {
        return handle.createQuery("select * from staff where login = :login")
                .bind("login", login)
                .map((rows, context) -> new Kept(member(rows), rows.getString("password")))
                .findOne();
    }

    private static StaffMember member(ResultSet rows) throws SQLException {
        return new StaffMember(
                rows.getString("login"),
                rows.getString("name"),
                StaffRole.of(rows.getString("role")).orElse(StaffRole.AGENT),
                rows.getLong("epoch"),
                rows.getBoolean("disabled"),
                rows.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private record Kept(StaffMember member, String password) {}
}
