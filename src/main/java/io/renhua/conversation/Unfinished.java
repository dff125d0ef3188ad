package io.renhua.conversation;

import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.message.ConversationId;
import io.renhua.store.Queries;

/** Knows whether a conversation must not be torn apart. */
public final class Unfinished {
    private static final String WORKED_FOR = """
            select sum(c) from (
              select count(*) as c from inbox where conversation = ? and state = 'waiting'
              union all
              select count(*) as c from outbox where conversation = ? and state in ('waiting', 'sending')) as work""";

    private static final String AWAITED = """
            select sum(c) from (
              select count(*) as c from outbox where conversation = ? and state = 'doubt'
              union all
              select count(*) as c from errand where conversation = ?) as work""";

    private final Desk desk;

    public Unfinished(Desk desk) {
        this.desk = desk;
    }

    /** Somebody has it, waits in it, or something is on its way there. */
    boolean isInWork(Queries queries, ConversationId conversation) {
        var owner = desk.ownerOf(queries, conversation);
        return !(owner instanceof Bot || owner instanceof Closed) || counts(queries, WORKED_FOR, conversation);
    }

    /** The same; or nobody knows yet what became of a word, or comes of an action. */
    public boolean isOpen(Queries queries, ConversationId conversation) {
        return isInWork(queries, conversation) || counts(queries, AWAITED, conversation);
    }

    private static boolean counts(Queries queries, String sql, ConversationId conversation) {
        var id = conversation.toString();
        return queries.list(sql, row -> row.getLong(1), id, id).getFirst() > 0;
    }
}
