package io.renhua.server;

import io.renhua.store.Store;
import io.renhua.store.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One-time links by which people become staff. There are no accounts that nobody was invited to. */
@Singleton
public final class StaffInvitations {
    static final int SHORTEST_PASSWORD = 10;

    /** In which accounts and invitations are changed one at a time, whichever node does it. */
    static final String LANE = "staff";

    private static final Duration VALID = Duration.ofDays(7);
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,59}");

    private final Store store;
    private final Clock clock;
    private final StaffAccounts accounts;
    private final StaffPasswords passwords;

    StaffInvitations(Store store, Clock clock, StaffAccounts accounts, StaffPasswords passwords) {
        this.store = store;
        this.clock = clock;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** While there is no staff at all: the path of a fresh link for the owner; an earlier one is void. */
    public Optional<String> forFirstOwner() {
        if (!accounts.all().isEmpty()) {
            return Optional.empty();
        }
        store.write(transaction -> transaction.handle().execute("delete from invitation"));
        return Optional.of(invite(StaffRole.OWNER));
    }

    /** Makes a link and gives its path; it is shown once and cannot be found out again. */
    String invite(StaffRole role) {
        var token = StaffKeys.random(24);
        var now = clock.instant();
        store.write(transaction -> transaction
                .handle()
                .createUpdate("""
                        insert into invitation (token, role, created_at, expires_at)
                        values (:token, :role, :now, :expires)""")
                .bind("token", StaffKeys.sha256(token))
                .bind("role", role.word())
                .bind("now", now)
                .bind("expires", now.plus(VALID))
                .execute());
        return "/desk/welcome?token=" + token;
    }

    /** What a link that is still good invites to. */
    Optional<StaffRole> role(String token) {
        return store.read(handle -> handle.createQuery("""
                        select role from invitation where token = :token and used_at is null and expires_at > :now""")
                .bind("token", StaffKeys.sha256(token))
                .bind("now", clock.instant())
                .mapTo(String.class)
                .findOne()
                .flatMap(StaffRole::of));
    }

    /** What came of somebody's coming. */
    sealed interface Welcome {
        record Joined(String login) implements Welcome {}

        /** The words, by their names, that say what to do better; all at once. */
        record NotYet(List<String> problems) implements Welcome {}

        /** The link was used, is too old, or never was. */
        record Stale() implements Welcome {}
    }

    /** Takes a link and makes an account of it. */
    Welcome join(String token, String login, String name, String password) {
        var invited = role(token);
        if (invited.isEmpty()) {
            return new Welcome.Stale();
        }
        var wanted = login.strip().toLowerCase(Locale.ROOT);
        var problems = problems(wanted, name, password);
        if (!problems.isEmpty()) {
            return new Welcome.NotYet(problems);
        }
        var hash = passwords.hash(password);
        return store.commit(LANE, transaction -> join(transaction, token, wanted, name.strip(), invited.get(), hash));
    }

    private Welcome join(
            Transaction transaction, String token, String login, String name, StaffRole role, String hash) {
        if (accounts.exists(transaction, login)) {
            return new Welcome.NotYet(List.of("login_taken"));
        }
        if (!use(transaction, token)) {
            return new Welcome.Stale();
        }
        accounts.add(transaction, login, name, role, hash);
        return new Welcome.Joined(login);
    }

    private boolean use(Transaction transaction, String token) {
        return transaction
                        .handle()
                        .createUpdate("update invitation set used_at = :now where token = :token and used_at is null")
                        .bind("now", clock.instant())
                        .bind("token", StaffKeys.sha256(token))
                        .execute()
                == 1;
    }

    private static List<String> problems(String login, String name, String password) {
        var problems = new ArrayList<String>();
        if (!LOGIN.matcher(login).matches()) {
            problems.add("login_form");
        }
        if (name.isBlank() || name.strip().length() > 40) {
            problems.add("name_form");
        }
        problems.addAll(passwordProblems(login, password));
        return problems;
    }

    static List<String> passwordProblems(String login, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return List.of("password_short");
        }
        if (password.length() > 200) {
            return List.of("password_long");
        }
        boolean easy = password.toLowerCase(Locale.ROOT).contains(login)
                || password.codePoints().distinct().count() < 4;
        return easy ? List.of("password_easy") : List.of();
    }
}
