package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.util.List;

/** Which node has which conversation, as the database knows it. A row is changed only by who keeps others from its lane. */
final class LaneRows {
    private static final String ORPHANS = """
            with orphans as materialized (
              select one.conversation from unnest(:some) as one(conversation) left join lane using (conversation)
              where lane.node is null or not exists (select 1 from node where id = lane.node))
            """;

    private final Store store;

    LaneRows(Store store) {
        this.store = store;
    }

    /** Gives a conversation to a node unless another has it; whether it is the node's now. */
    boolean claim(Transaction transaction, ConversationId conversation, long node) {
        return transaction
                .handle()
                .createQuery("""
                        insert into lane (conversation, node) values (:conversation, :node)
                        on conflict (conversation) do update set node = excluded.node
                          where lane.node = excluded.node or not exists (select 1 from node where id = lane.node)
                        returning node""")
                .bind("conversation", conversation.toString())
                .bind("node", node)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    boolean holds(Queries queries, ConversationId conversation, long node) {
        return !queries.list(
                        "select node from lane where conversation = ? and node = ?",
                        row -> row.getLong(1),
                        conversation.toString(),
                        node)
                .isEmpty();
    }

    /** Those of some conversations that no living node has. */
    List<ConversationId> orphans(List<ConversationId> some) {
        return store.read(handle -> handle.createQuery(ORPHANS + "select conversation from orphans")
                .bindArray("some", String.class, names(some))
                .mapTo(String.class)
                .map(ConversationId::parse)
                .list());
    }

    /** Gives a node those of some conversations that none has; those at which somebody writes are passed over. */
    List<ConversationId> take(Transaction transaction, List<ConversationId> some, long node) {
        return transaction
                .handle()
                .createQuery(ORPHANS + """
                        , free as materialized (
                          select conversation from orphans
                          where pg_try_advisory_xact_lock(hashtextextended(conversation, 0)))
                        insert into lane (conversation, node) select conversation, :node from free
                        on conflict (conversation) do update set node = excluded.node
                          where not exists (select 1 from node where id = lane.node)
                        returning conversation""")
                .bindArray("some", String.class, names(some))
                .bind("node", node)
                .mapTo(String.class)
                .map(ConversationId::parse)
                .list();
    }

    private static List<String> names(List<ConversationId> some) {
        return some.stream().map(ConversationId::toString).toList();
    }

    /** Those of some conversations that are a node's. */
    List<ConversationId> heldBy(long node, List<ConversationId> some) {
        return store.read(handle -> handle.createQuery(
                        "select conversation from lane where node = :node and conversation = any(:some)")
                .bind("node", node)
                .bindArray("some", String.class, names(some))
                .mapTo(String.class)
                .map(ConversationId::parse)
                .list());
    }

    /** Lets go of a node's conversations; gives back those that want something done, which it keeps. */
    List<ConversationId> release(Transaction transaction, List<ConversationId> some, long node) {
        return transaction
                .handle()
                .createQuery("""
                        with released as (
                          delete from lane where node = :node and conversation = any(:lanes)
                          and not exists (
                            select 1 from inbox where conversation = lane.conversation and state = 'waiting')
                          and not exists (
                            select 1 from outbox
                            where conversation = lane.conversation and state in ('waiting', 'sending'))
                          returning conversation)
                        select conversation from lane where node = :node and conversation = any(:lanes)
                          and conversation not in (select conversation from released)""")
                .bind("node", node)
                .bindArray("lanes", String.class, names(some))
                .mapTo(String.class)
                .map(ConversationId::parse)
                .list();
    }

    /** Removes what nodes that are gone have left and nobody has taken since; how many rows that were. */
    int sweep(int most) {
        return store.commit(transaction ->
                transaction.handle().createUpdate("""
                        with left_behind as materialized (
                          select conversation from lane
                          where not exists (select 1 from node where id = lane.node)
                            and pg_try_advisory_xact_lock(hashtextextended(conversation, 0)) limit :most)
                        delete from lane using left_behind
                        where lane.conversation = left_behind.conversation
                          and not exists (select 1 from node where id = lane.node)""").bind("most", most).execute());
    }
}
