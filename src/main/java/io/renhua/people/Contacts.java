package io.renhua.people;

import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import java.util.List;
import java.util.Optional;

/** Who writes in which conversation. */
final class Contacts {
    private static final String LAST = """
            select person from journal where conversation = ? and kind = 'Received' order by seq desc limit 1""";
    private static final String WRITERS =
            "select count(distinct person) from journal where conversation = ? and kind = 'Received'";
    private static final String THEIRS = """
            select conversation from searched_trait where kind = 'person' and conversation in (
              select conversation from searched_trait where kind = 'person' and trait = ? and left(conversation, ?) = ?)
            group by conversation having count(*) = 1 order by conversation limit 100""";

    private Contacts() {}

    /** Whoever wrote last; empty where nobody did. */
    static Optional<Contact> in(Queries queries, ConversationId conversation) {
        return queries.list(LAST, row -> row.getString(1), conversation.toString()).stream()
                .findFirst()
                .map(id -> new Contact(conversation.channel(), id));
    }

    /** Whether several write there. */
    static boolean isGroup(Queries queries, ConversationId conversation) {
        return queries.list(WRITERS, row -> row.getInt(1), conversation.toString())
                        .getFirst()
                > 1;
    }

    /** Where they wrote, and nobody else; a moment later what is new, too. */
    static List<ConversationId> conversations(Queries queries, Contact contact) {
        var channel = contact.channel() + "/";
        return queries.list(
                THEIRS, row -> ConversationId.parse(row.getString(1)), contact.id(), channel.length(), channel);
    }
}
