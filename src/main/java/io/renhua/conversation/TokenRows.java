package io.renhua.conversation;

import io.renhua.connector.Grant.Granted;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;

/** Access tokens as the database knows them, by its own clock; and whose turn it is to ask for a new one, for half a minute. */
final class TokenRows {
    private final Store store;
    private final String me = UUID.randomUUID().toString();

    TokenRows(Store store) {
        this.store = store;
    }

    /** One that may be used. */
    Optional<Granted> find(String account) {
        return store.read(handle -> handle.createQuery("""
                        select token, extract(epoch from expires_at) - extract(epoch from current_timestamp) as life
                        from shared_token where account = :account and expires_at > current_timestamp""")
                .bind("account", account)
                .map((row, _) ->
                        new Granted(row.getString("token"), Duration.ofMillis((long) (row.getDouble("life") * 1000))))
                .findOne());
    }

    /** Takes the turn to ask; false when it is another's, or there is a token. */
    boolean take(String account) {
        return store.commit(transaction -> {
            transaction
                    .handle()
                    .createUpdate("insert into shared_token (account) values (:account) on conflict do nothing")
                    .bind("account", account)
                    .execute();
            return bound(transaction, account, """
                                    update shared_token
                                    set holder = :me, held_until = current_timestamp + interval '30' second
                                    where account = :account
                                      and (expires_at is null or expires_at <= current_timestamp)
                                      and (holder is null or held_until <= current_timestamp)""").execute() == 1;
        });
    }

    /** Keeps what the turn brought; false when the turn was over, and another's. */
    boolean keep(String account, Granted granted) {
        return store.commit(transaction -> bound(transaction, account, """
                                update shared_token
                                set token = :token, holder = null, held_until = null,
                                  expires_at = current_timestamp + cast(:life as integer) * interval '1' second
                                where account = :account and holder = :me""")
                        .bind("token", granted.token())
                        .bind("life", granted.life().toSeconds())
                        .execute()
                == 1);
    }

    /** Lets another ask. */
    void leave(String account) {
        store.write(transaction -> bound(transaction, account, """
                        update shared_token set holder = null, held_until = null
                        where account = :account and holder = :me""").execute());
    }

    void refuse(String account, String token) {
        store.write(transaction -> transaction
                .handle()
                .createUpdate("""
                        update shared_token set token = null, expires_at = null
                        where account = :account and token = :token""")
                .bind("account", account)
                .bind("token", token)
                .execute());
    }

    private Update bound(Transaction transaction, String account, String sql) {
        return transaction.handle().createUpdate(sql).bind("account", account).bind("me", me);
    }
}
