package io.renhua.journal;

import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * How far somebody outside has the journal, such as a topic, and whose turn it is to go on: one node's, for ten seconds by the
 * database's clock each time it says so.
 */
public final class RelayPlace {
    private final Store store;
    private final String topic;
    private final String me = UUID.randomUUID().toString();

    public RelayPlace(Store store, String topic) {
        this.store = store;
        this.topic = topic;
    }

    /** Begins there, unless it has begun before. */
    public void begin(long seq) {
        store.write(transaction -> begin(transaction, seq));
    }

    private void begin(Transaction transaction, long seq) {
        bound(transaction
                        .handle()
                        .createUpdate("insert into relayed (topic, seq) values (:topic, :seq) on conflict do nothing"))
                .bind("seq", seq)
                .execute();
    }

    /** How far it is, whoever's turn it is; empty before it has begun. */
    public OptionalLong reached() {
        return store.list("select seq from relayed where topic = ?", row -> row.getLong(1), topic).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Takes the turn, or keeps it; false when it is another's. */
    public boolean take() {
        return isFree() && store.commit(this::take);
    }

    private boolean isFree() {
        return store.read(handle ->
                        bound(handle.createQuery("""
                                select count(*) from relayed
                                where topic = :topic and holder <> :me and held_until > current_timestamp""")).mapTo(Integer.class).one())
                == 0;
    }

    private boolean take(Transaction transaction) {
        begin(transaction, 0);
        return bound(transaction.handle().createUpdate("""
                                update relayed set holder = :me, held_until = current_timestamp + interval '10' second
                                where topic = :topic
                                  and (holder is null or holder = :me or held_until <= current_timestamp)""")).execute() == 1;
    }

    /** How far it is, if the turn is still ours; then it is ours for a while again. */
    public OptionalLong renewed() {
        return store.commit(transaction -> {
            int mine = bound(transaction.handle().createUpdate("""
                            update relayed set held_until = current_timestamp + interval '10' second
                            where topic = :topic and holder = :me""")).execute();
            return mine == 0 ? OptionalLong.empty() : OptionalLong.of(seq(transaction));
        });
    }

    private long seq(Transaction transaction) {
        return bound(transaction.handle().createQuery("select seq from relayed where topic = :topic and holder = :me"))
                .mapTo(Long.class)
                .one();
    }

    /** Notes how far it is; false, and nothing is noted, when another has taken the turn. */
    public boolean moved(long seq) {
        return store.commit(transaction -> moved(transaction, seq));
    }

    /** The same as part of what is done with the journal up to there. */
    public boolean moved(Transaction transaction, long seq) {
        return bound(transaction.handle().createUpdate("""
                                update relayed set seq = :seq, held_until = current_timestamp + interval '10' second
                                where topic = :topic and holder = :me""")).bind("seq", seq).execute() == 1;
    }

    /** Lets another go on at once. */
    public void leave() {
        store.write(transaction -> bound(transaction
                        .handle()
                        .createUpdate("update relayed set holder = null where topic = :topic and holder = :me"))
                .execute());
    }

    private <T extends SqlStatement<T>> T bound(T statement) {
        return statement.bind("topic", topic).bind("me", me);
    }
}
