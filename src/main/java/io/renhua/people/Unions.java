package io.renhua.people;

import io.renhua.message.ConversationId;
import io.renhua.people.Pair.End;
import io.renhua.people.Pair.Verdict;
import io.renhua.store.Json;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who of several channels is one person, and who is not: one row for each two of whom somebody has said so. */
public final class Unions {
    private static final String OF = """
            select * from person_pair where one = ? union all select * from person_pair where other = ?
            order by at, one, other""";
    private static final String BETWEEN = "select * from person_pair where one = ? and other = ?";
    private static final String ASKED = "select * from person_pair where verdict = 'asked' order by at limit 50";
    private static final String PUT = """
            merge into person_pair as kept
            using (select cast(? as varchar) as one, cast(? as varchar) as other, cast(? as varchar) as conversation,
              cast(? as varchar) as other_conversation, cast(? as varchar) as verdict, cast(? as varchar) as why,
              cast(? as varchar) as agent, cast(? as timestamp(6) with time zone) as at,
              cast(? as varchar) as said_before) as said
            on kept.one = said.one and kept.other = said.other
            when matched then update set conversation = said.conversation,
              other_conversation = said.other_conversation, verdict = said.verdict, why = said.why,
              agent = said.agent, at = said.at, said_before = said.said_before
            when not matched then insert
              (one, other, conversation, other_conversation, verdict, why, agent, at, said_before)
            values (said.one, said.other, said.conversation, said.other_conversation, said.verdict, said.why,
              said.agent, said.at, said.said_before)""";
    private static final String REMOVE = "delete from person_pair where one = ? and other = ?";

    private final Store store;

    public Unions(Store store) {
        this.store = store;
    }

    /** Whoever wrote last in a conversation; empty where nobody did. */
    public Optional<Contact> contactIn(Queries queries, ConversationId conversation) {
        return Contacts.in(queries, conversation);
    }

    public Optional<Contact> contactIn(ConversationId conversation) {
        return contactIn(store, conversation);
    }

    /** Where somebody writes, and nobody else; a moment later what is new, too. */
    public List<ConversationId> alone(Contact contact) {
        return Contacts.conversations(store, contact);
    }

    /** Whether several write there, so that it is nobody's own. */
    public boolean isGroup(ConversationId conversation) {
        return Contacts.isGroup(store, conversation);
    }

    /** What was said of somebody and anybody else. */
    public List<Pair> of(Queries queries, Contact contact) {
        var key = contact.toString();
        return queries.list(OF, Unions::pair, key, key);
    }

    public List<Pair> of(Contact contact) {
        return of(store, contact);
    }

    /** What was said of two. */
    public Optional<Pair> between(Queries queries, Contact one, Contact other) {
        var keys = keys(one, other);
        return queries.list(BETWEEN, Unions::pair, keys.getFirst(), keys.getLast()).stream()
                .findFirst();
    }

    /** What somebody asks for, the oldest first. */
    public List<Pair> asked() {
        return store.list(ASKED, Unions::pair);
    }

    /** Everybody who is one person with somebody. */
    public Union around(Queries queries, Contact contact) {
        return Union.around(
                contact,
                each -> of(queries, each).stream()
                        .filter(pair -> pair.is(Verdict.ONE))
                        .toList());
    }

    public Union around(Contact contact) {
        return around(store, contact);
    }

    /** Where else they talk with us, whose conversation it is; empty for whoever is one contact alone, and for a group. */
    public List<ConversationId> elsewhere(ConversationId conversation) {
        return elsewhere(store, conversation);
    }

    /** The same, as a transaction sees it. */
    public List<ConversationId> elsewhere(Queries queries, ConversationId conversation) {
        return Contacts.isGroup(queries, conversation)
                ? List.of()
                : contactIn(queries, conversation)
                        .map(contact -> elsewhere(queries, contact))
                        .orElse(List.of());
    }

    /** The same of a contact. */
    public List<ConversationId> elsewhere(Contact contact) {
        return elsewhere(store, contact);
    }

    private List<ConversationId> elsewhere(Queries queries, Contact contact) {
        var found = new LinkedHashSet<ConversationId>();
        for (var link : around(queries, contact).links()) {
            found.add(link.end().conversation());
            found.addAll(Contacts.conversations(queries, link.end().contact()));
        }
        return List.copyOf(found);
    }

    /** In the place of what was said of the two before. */
    public void put(Transaction transaction, Pair pair) {
        var said = pair.said();
        var before = said.before();
        var ends = Stream.of(pair.one(), pair.other())
                .sorted((one, other) ->
                        one.contact().toString().compareTo(other.contact().toString()))
                .toList();
        transaction.update(
                PUT,
                ends.getFirst().contact().toString(),
                ends.getLast().contact().toString(),
                ends.getFirst().conversation().toString(),
                ends.getLast().conversation().toString(),
                said.verdict().word(),
                said.why(),
                said.agent(),
                said.at(),
                before == null ? null : Json.write(before));
    }

    public void remove(Transaction transaction, Pair pair) {
        var keys = keys(pair.one().contact(), pair.other().contact());
        transaction.update(REMOVE, keys.getFirst(), keys.getLast());
    }

    /** In one order, whoever is named first. */
    private static List<String> keys(Contact one, Contact other) {
        return Stream.of(one.toString(), other.toString()).sorted().toList();
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                end(row, "one", "conversation"),
                end(row, "other", "other_conversation"),
                new Statement(
                        Verdict.of(row.getString("verdict")),
                        row.getString("why"),
                        row.getString("agent"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        before(row.getString("said_before"))));
    }

    private static @Nullable Statement before(@Nullable String kept) {
        return kept == null ? null : Json.read(kept, Statement.class);
    }

    private static End end(ResultSet row, String contact, String conversation) throws SQLException {
        return new End(Contact.parse(row.getString(contact)), ConversationId.parse(row.getString(conversation)));
    }
}
