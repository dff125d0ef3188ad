package io.renhua.conversation;

import io.renhua.connector.Connector;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Platforms' windows: for so long after a person's last word, and so often, somebody may be written to. */
public final class Windows {
    private static final String HEARD = """
            select seq, at from journal where conversation = ? and kind = 'Received'
            order by conversation desc, seq desc limit 1""";

    private static final String SENT = """
            select count(*) from journal where conversation = ? and seq > ? and kind = 'Settled' and body = 'SENT'""";

    private final Store store;
    private final Channels channels;

    public Windows(Store store, Channels channels) {
        this.store = store;
        this.channels = channels;
    }

    /** What may be said in a conversation; empty where its platform has no such rule. */
    public Optional<Allowance> of(ConversationId conversation) {
        return channels.named(conversation.channel())
                .map(Connector::limits)
                .flatMap(limits -> of(store, conversation, limits));
    }

    /** The same, as a transaction sees it. */
    static Optional<Allowance> of(Queries queries, ConversationId conversation, Limits limits) {
        var window = limits.window();
        if (window == null) {
            return Optional.empty();
        }
        var heard = queries.list(HEARD, Heard::of, conversation.toString());
        if (heard.isEmpty()) {
            return Optional.of(new Allowance(0, Instant.EPOCH));
        }
        var last = heard.getFirst();
        int sent = queries.list(SENT, count -> count.getInt(1), conversation.toString(), last.seq())
                .getFirst();
        return Optional.of(
                new Allowance(Math.max(0, limits.quota() - sent), last.at().plus(window)));
    }

    /** Until when somebody who was heard of last at a moment may be written to; empty where there is no such rule. */
    public Optional<Instant> closes(ConversationId conversation, Instant heard) {
        return channels.named(conversation.channel())
                .map(connector -> connector.limits().window())
                .map(heard::plus);
    }

    /** Their last word, and its place in the journal. */
    private record Heard(long seq, Instant at) {
        static Heard of(ResultSet row) throws SQLException {
            return new Heard(
                    row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant());
        }
    }
}
