package io.renhua.search;

import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.text.Fold;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** A search as both databases understand it: every part that somebody minds narrows it down. */
final class SearchQuery {
    /** So few conversations are named, so that their bubbles alone are read; of more each bubble is asked for its own. */
    private static final int FEW = 200;

    private final StringBuilder where = new StringBuilder("true");
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, List<String>> named = new HashMap<>();
    private final Store store;
    private final Search search;

    private SearchQuery(Store store, Search search) {
        this.store = store;
        this.search = search;
    }

    static SearchQuery of(Store store, Search search) {
        var query = new SearchQuery(store, search);
        query.bubbles();
        query.people();
        query.help();
        return query;
    }

    /** Those that fit before a place in the journal, the latest first. */
    List<Candidate> before(long seq, int most) {
        return candidates(
                " and bubble.seq < :before order by bubble.seq desc", most, query -> query.bind("before", seq));
    }

    /** Those that fit in some conversations. */
    List<Candidate> in(Collection<ConversationId> conversations, int most) {
        var names = conversations.stream().map(ConversationId::toString).toList();
        return candidates(" and bubble.conversation in (<those>)", most, query -> query.bindList("those", names));
    }

    private List<Candidate> candidates(String which, int most, UnaryOperator<Query> binding) {
        return store.read(handle -> {
            var query = bound(handle.createQuery(select() + which + " limit :most"));
            named.forEach(query::bindList);
            return binding.apply(query)
                    .bind("most", most)
                    .map((rows, context) ->
                            new Candidate(rows.getLong(1), ConversationId.parse(rows.getString(2)), rows.getString(3)))
                    .list();
        });
    }

    /** Words as they were written are read only where somebody may have to be kept from them. */
    private String select() {
        return search.goesByWords()
                ? "select bubble.seq, bubble.conversation, journal.body from searched_bubble as bubble"
                        + " join journal on journal.seq = bubble.seq where " + where
                : "select bubble.seq, bubble.conversation, '' from searched_bubble as bubble where " + where;
    }

    /** What the bubbles themselves have to be. */
    private void bubbles() {
        search.begins().ifPresent(instant -> and("bubble.at >= :begins", "begins", instant));
        search.ends().ifPresent(instant -> and("bubble.at < :ends", "ends", instant));
        var words = search.words();
        for (int i = 0; i < words.size(); i++) {
            and("bubble.words like :word" + i, "word" + i, "%" + literally(words.get(i)) + "%");
        }
        if (!search.asked(Search.NUMBER).isEmpty()) { // signs alone are no number, and found nowhere
            and("bubble.seq in (select seq from searched_number where written = :number)", "number", search.number());
        }
        if (!search.asked(Search.CHANNEL).isEmpty()) {
            and("bubble.conversation like :channel", "channel", literally(search.asked(Search.CHANNEL)) + "/%");
        }
        feeling();
    }

    /** Where no words are looked for, the bubble that tells of it is what is found. */
    private void feeling() {
        var feeling = search.asked(Search.FEELING);
        if (search.goesByWords()) {
            among(Search.FEELING, "searched_bubble", "feeling = :feeling");
        } else if (!feeling.isEmpty()) {
            and("bubble.feeling = :feeling", "feeling", feeling);
        }
    }

    /** With whom, and whom they are. */
    private void people() {
        values.put("named", literally(Fold.plain(search.asked(Search.PERSON))) + "%");
        among(Search.PERSONA, "searched_trait", "kind = 'persona' and trait = :persona");
        among(
                Search.PERSON,
                "searched_trait",
                "kind in ('person', 'name') and (kind = 'person' and trait = :person or kind = 'name' and trait like :named)");
        among(Search.TAG, "tag", "tag = :tag");
    }

    /** What people at the desk did for them. */
    private void help() {
        among(Search.REASON, "searched_trait", "kind = 'reason' and trait = :reason");
        among(Search.AGENT, "human_stretch", "agent = :agent");
        among(Search.TOPIC, "human_stretch", "topic = :topic");
        among(
                Search.RATING,
                "rating",
                "score between case :rating when 'high' then 4 else 1 end and case :rating when 'low' then 2 else 5 end");
    }

    /** Conversations of which there is such a row elsewhere. */
    private void among(String name, String table, String condition) {
        if (search.asked(name).isEmpty()) {
            return;
        }
        values.put(name, search.asked(name));
        var found = store.read(handle -> bound(handle.createQuery(
                        "select distinct conversation from " + table + " where " + condition + " limit " + (FEW + 1)))
                .mapTo(String.class)
                .list());
        if (found.isEmpty()) {
            where.append(" and false");
        } else if (found.size() <= FEW) {
            where.append(" and bubble.conversation in (<").append(name).append("s>)");
            named.put(name + "s", found);
        } else {
            where.append(" and exists (select 1 from " + table + " as other where " + condition
                    + " and other.conversation = bubble.conversation)");
        }
    }

    /** Not every question asks for every value. */
    private Query bound(Query query) {
        return query.configure(SqlStatements.class, how -> how.setUnusedBindingAllowed(true))
                .bindMap(values);
    }

    private void and(String condition, String name, Object value) {
        where.append(" and ").append(condition);
        values.put(name, value);
    }

    private static String literally(String words) {
        return words.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
