package io.renhua.people;

import io.renhua.people.Pair.End;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everybody who is one person with somebody, as people at the desk have said.
 *
 * @param from whom it is seen from
 * @param links the others, whoever is nearer first
 */
public record Union(Contact from, List<Link> links) {
    /** So many at most: nobody is more, and a mistake stays small. */
    public static final int MOST = 12;

    public Union {
        links = List.copyOf(links);
    }

    /**
     * One of the others.
     *
     * @param by what ties them to somebody who is nearer
     */
    public record Link(End end, Pair by) {}

    /** Walks from one to the next. */
    static Union around(Contact from, Function<Contact, List<Pair>> ties) {
        var links = new ArrayList<Link>();
        var known = new HashSet<Contact>();
        var next = new ArrayDeque<Contact>();
        known.add(from);
        next.add(from);
        while (!next.isEmpty() && links.size() < MOST) {
            var contact = next.remove();
            for (var tie : ties.apply(contact)) {
                var end = tie.beyond(contact);
                if (known.add(end.contact())) {
                    links.add(new Link(end, tie));
                    next.add(end.contact());
                }
            }
        }
        return new Union(from, links);
    }

    public boolean isAlone() {
        return links.isEmpty();
    }

    public Optional<Link> to(Contact contact) {
        return links.stream()
                .filter(link -> link.end().contact().equals(contact))
                .findFirst();
    }

    public boolean holds(Contact contact) {
        return from.equals(contact) || to(contact).isPresent();
    }
}
