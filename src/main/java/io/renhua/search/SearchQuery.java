package io.renhua.search;

import io.renhua.message.ConversationId;
import io.renhua.text.Fold;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** A search as both databases understand it: every part that somebody minds narrows it down. */
final class SearchQuery {
    private final StringBuilder where = new StringBuilder("true");
    private final Map<String, Object> values = new HashMap<>();
    private final Search search;

    private SearchQuery(Search search) {
        this.search = search;
    }

    static SearchQuery of(Search search) {
        var query = new SearchQuery(search);
        query.bubbles();
        query.people();
        query.help();
        return query;
    }

    /** Those that fit before a place in the journal, the latest first. */
    List<Candidate> before(Handle handle, long seq, int most) {
        return handle.createQuery(select() + " and bubble.seq < :before order by bubble.seq desc limit :most")
                .bindMap(values)
                .bind("before", seq)
                .bind("most", most)
                .map((rows, context) -> candidate(rows.getLong(1), rows.getString(2), rows.getString(3)))
                .list();
    }

    /** Those that fit in some conversations. */
    List<Candidate> in(Handle handle, Collection<ConversationId> conversations, int most) {
        return handle.createQuery(select() + " and bubble.conversation in (<names>) limit :most")
                .bindMap(values)
                .bindList(
                        "names",
                        conversations.stream().map(ConversationId::toString).toList())
                .bind("most", most)
                .map((rows, context) -> candidate(rows.getLong(1), rows.getString(2), rows.getString(3)))
                .list();
    }

    /** Words as they were written are read only where somebody may have to be kept from them. */
    private String select() {
        return search.goesByWords()
                ? "select bubble.seq, bubble.conversation, journal.body from searched_bubble as bubble"
                        + " join journal on journal.seq = bubble.seq where " + where
                : "select bubble.seq, bubble.conversation, '' from searched_bubble as bubble where " + where;
    }

    private static Candidate candidate(long seq, String conversation, String body) {
        return new Candidate(seq, ConversationId.parse(conversation), body);
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
        if (search.goesByWords()) {
            among(Search.FEELING, "searched_bubble where feeling = :feeling");
        } else if (!search.asked(Search.FEELING).isEmpty()) {
            and("bubble.feeling = :feeling", "feeling", search.asked(Search.FEELING));
        }
    }

    /** With whom, and whom they are. */
    private void people() {
        among(Search.PERSONA, "searched_trait where kind = 'persona' and trait = :persona");
        among(Search.TAG, "tag where tag = :tag");
        among(Search.PERSON, """
                searched_trait where (kind = 'person' and trait = :person) or (kind = 'name' and trait like :named)""");
        if (!search.asked(Search.PERSON).isEmpty()) {
            values.put("named", literally(Fold.plain(search.asked(Search.PERSON))) + "%");
        }
    }

    /** What people at the desk did for them. */
    private void help() {
        among(Search.REASON, "searched_trait where kind = 'reason' and trait = :reason");
        among(Search.AGENT, "human_stretch where agent = :agent");
        among(Search.TOPIC, "human_stretch where topic = :topic");
        switch (search.asked(Search.RATING)) {
            case "any" -> where.append(among("rating where score between 1 and 5"));
            case "low" -> where.append(among("rating where score between 1 and 2"));
            case "high" -> where.append(among("rating where score between 4 and 5"));
            default -> {} // they do not mind
        }
    }

    private void among(String name, String rows) {
        if (!search.asked(name).isEmpty()) {
            where.append(among(rows));
            values.put(name, search.asked(name));
        }
    }

    private static String among(String rows) {
        return " and bubble.conversation in (select conversation from " + rows + ")";
    }

    private void and(String condition, String name, Object value) {
        where.append(" and ").append(condition);
        values.put(name, value);
    }

    private static String literally(String words) {
        return words.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
