package io.renhua.server;

import io.renhua.store.Store;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tokens that programs show. A token is seen once, when it is made; only its hash is kept. */
@Singleton
final class ApiTokens {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final Pattern TOKEN = Pattern.compile("renhua_([0-9a-f]{16})_([A-Za-z0-9_-]{40,60})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final Clock clock;

    ApiTokens(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A token that nobody has shown yet, and the whole of it, to be shown to its owner once. */
    record Made(ApiToken token, String text) {
        @Override
        public String toString() {
            return "a token of " + token.agent();
        }
    }

    /** @param agent without {@code api:} */
    Made make(String agent, String name, List<ApiScope> scopes, String by) {
        var bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        var secret = StaffKeys.random(32);
        var token = new ApiToken(id, ApiToken.PREFIX + agent, name, scopes, by, clock.instant(), null);
        store.write(transaction -> transaction.update(
                """
                insert into api_token (id, agent, name, scopes, hash, created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                id,
                token.agent(),
                name,
                scopes.stream().map(ApiScope::word).collect(Collectors.joining(" ")),
                StaffKeys.sha256(secret),
                by,
                token.created()));
        return new Made(token, "renhua_" + id + "_" + secret);
    }

    /** Those that are good, the oldest first. */
    List<ApiToken> all() {
        return store.list("select * from api_token where revoked_at is null order by created_at, id", ApiTokens::token);
    }

    /** Whose token this is; empty when it is nobody's, or nobody's any more. */
    Optional<ApiToken> shown(String text) {
        var parts = TOKEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var hash = StaffKeys.sha256(parts.group(2)).getBytes(StandardCharsets.US_ASCII);
        return store
                .list("select * from api_token where id = ? and revoked_at is null", Kept::of, parts.group(1))
                .stream()
                .filter(kept -> MessageDigest.isEqual(hash, kept.hash().getBytes(StandardCharsets.US_ASCII)))
                .map(Kept::token)
                .findFirst();
    }

    /** Notes that it was shown, now and then. */
    void used(ApiToken token) {
        var now = clock.instant();
        var last = token.used();
        if (last == null || last.isBefore(now.minus(NOTED_EVERY))) {
            store.write(transaction ->
                    transaction.update("update api_token set used_at = ? where id = ?", now, token.id()));
        }
    }

    /** Lets it in no more; empty when it was not good anyway. */
    Optional<ApiToken> revoke(String id) {
        return store.commit(transaction -> {
            var token =
                    transaction
                            .list("select * from api_token where id = ? and revoked_at is null", ApiTokens::token, id)
                            .stream()
                            .findFirst();
            transaction.update(
                    "update api_token set revoked_at = ? where id = ? and revoked_at is null", clock.instant(), id);
            return token;
        });
    }

    /** What to call an agent; empty when no token of it is good any more. */
    Optional<String> named(String agent) {
        return store
                .list(
                        "select name from api_token where agent = ? and revoked_at is null order by created_at desc",
                        row -> row.getString(1),
                        agent)
                .stream()
                .findFirst();
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        var used = row.getObject("used_at", OffsetDateTime.class);
        return new ApiToken(
                row.getString("id"),
                row.getString("agent"),
                row.getString("name"),
                Arrays.stream(row.getString("scopes").split(" "))
                        .flatMap(word -> ApiScope.of(word).stream())
                        .toList(),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    private record Kept(ApiToken token, String hash) {
        static Kept of(ResultSet row) throws SQLException {
            return new Kept(ApiTokens.token(row), row.getString("hash"));
        }
    }
}
