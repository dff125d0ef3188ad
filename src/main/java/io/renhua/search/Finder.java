package io.renhua.search;

import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds conversations in which something fits and may be found, the latest first. */
public final class Finder {
    private static final int CHUNK = 1_000;
    /** After so many that fit and are not to be found here, nobody goes on looking. */
    private static final int HIDDEN = 10_000;

    private static final int COUNTED = 2_000;

    private final Store store;

    public Finder(Store store) {
        this.store = store;
    }

    /** A conversation with the journal's place of its last bubble that fits. */
    public record Hit(ConversationId conversation, long seq) {}

    /**
     * @param mayBeFound by whoever looks
     * @param first how many to pass over
     */
    public List<Hit> find(Search search, Predicate<Candidate> mayBeFound, int first, int most) {
        return walk(search, mayBeFound, first + most).entrySet().stream()
                .skip(first)
                .map(found -> new Hit(found.getKey(), found.getValue()))
                .toList();
    }

    /** Every one, by name alone. */
    public List<ConversationId> all(Search search, Predicate<Candidate> mayBeFound) {
        return List.copyOf(walk(search, mayBeFound, Integer.MAX_VALUE).keySet());
    }

    /** Reads backwards until there are enough. */
    private Map<ConversationId, Long> walk(Search search, Predicate<Candidate> mayBeFound, int most) {
        var found = new LinkedHashMap<ConversationId, Long>();
        var query = SearchQuery.of(store, search);
        long before = Long.MAX_VALUE;
        int hidden = 0;
        boolean more = true;
        while (more && found.size() < most && hidden < HIDDEN) {
            var chunk = query.before(before, CHUNK);
            for (var candidate : chunk) {
                if (found.size() == most || found.containsKey(candidate.conversation())) {
                    continue;
                }
                if (mayBeFound.test(candidate)) {
                    found.put(candidate.conversation(), candidate.seq());
                } else {
                    hidden++;
                }
            }
            more = chunk.size() == CHUNK;
            before = more ? chunk.getLast().seq() : before;
        }
        return found;
    }

    /** How many bubbles fit in each of some conversations that were found. */
    public Map<ConversationId, Long> hits(
            Search search, Predicate<Candidate> mayBeFound, Collection<ConversationId> conversations) {
        if (conversations.isEmpty() || !search.goesByWords()) {
            return Map.of();
        }
        var query = SearchQuery.of(store, search);
        return query.in(conversations, COUNTED).stream()
                .filter(mayBeFound)
                .collect(Collectors.groupingBy(Candidate::conversation, Collectors.counting()));
    }

    /** What occurs of a kind of trait, such as {@code reason}. */
    public List<String> known(String kind) {
        return store.list(
                "select distinct trait from searched_trait where kind = ? order by trait",
                row -> row.getString(1),
                kind);
    }

    /** Who spoke in some conversations, by the persona's id. */
    public Map<ConversationId, String> personas(Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        return store.read(handle -> handle
                .createQuery("""
                        select conversation, trait from searched_trait
                        where kind = 'persona' and conversation in (<names>)""")
                .bindList(
                        "names",
                        conversations.stream().map(ConversationId::toString).toList())
                .map((rows, context) -> Map.entry(ConversationId.parse(rows.getString(1)), rows.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one)));
    }
}
