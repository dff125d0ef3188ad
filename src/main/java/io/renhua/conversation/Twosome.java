package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.people.Contact;
import io.renhua.people.Pair.End;
import io.renhua.people.Union;
import io.renhua.people.Unions;
import io.renhua.store.Queries;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;

/** Two of whom somebody says something, and whoever is one person with either. */
record Twosome(End one, End other, Union ofOne, Union ofOther) {

    /** Whoever writes in two conversations; empty where nobody does, or one writes in both. */
    static Optional<Twosome> of(Unions unions, Queries queries, ConversationId conversation, ConversationId other) {
        return end(unions, queries, conversation)
                .flatMap(one -> end(unions, queries, other)
                        .filter(another -> !another.contact().equals(one.contact()))
                        .map(another -> new Twosome(
                                one,
                                another,
                                unions.around(queries, one.contact()),
                                unions.around(queries, another.contact()))));
    }

    private static Optional<End> end(Unions unions, Queries queries, ConversationId conversation) {
        return unions.contactIn(queries, conversation).map(contact -> new End(contact, conversation));
    }

    boolean isOne() {
        return ofOne.holds(other.contact());
    }

    /** Whether they would be more than anybody is, were they one. */
    boolean isTooMany() {
        return ofOne.links().size() + ofOther.links().size() + 1 > Union.MOST;
    }

    /** Each once, by the conversation that it is said in. */
    Collection<End> everybody() {
        var all = new LinkedHashMap<Contact, End>();
        Stream.concat(Stream.of(one, other), Stream.of(ofOne, ofOther).flatMap(Twosome::ends))
                .forEach(end -> all.putIfAbsent(end.contact(), end));
        return all.values();
    }

    private static Stream<End> ends(Union union) {
        return union.links().stream().map(Union.Link::end);
    }

    /** What nobody else may decide or note meanwhile: of everybody, whatever other conversations they have. */
    Stream<String> lanes() {
        return everybody().stream()
                .flatMap(end -> Stream.of(end.conversation().toString(), "contact " + end.contact()));
    }
}
