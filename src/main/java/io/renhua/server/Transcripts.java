package io.renhua.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renhua.conversation.Erasures;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Store;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** Reads the journal as people do: conversation by conversation. */
@Singleton
final class Transcripts {
    private static final int THREAD = 600;
    private static final int LATELY = 3_000;
    private static final int AT_A_GLANCE = 60;
    /** What has left the journal is soon not here either. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Store store;
    private final Journal journal;
    private final Cache<Place, TranscriptSummary> summaries = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    Transcripts(Store store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** A conversation with the journal's place of its last happening. */
    record Place(ConversationId conversation, long seq) {}

    /** The journal's end. */
    long end() {
        return store.read(handle -> handle.createQuery("select coalesce(max(seq), 0) from journal")
                .mapTo(Long.class)
                .one());
    }

    /** Whether nobody has written yet; the desk's own trials of itself are nobody. */
    boolean isEmpty() {
        return store.list(
                        "select seq from journal where conversation <> ? order by seq limit 1",
                        row -> row.getLong(1),
                        Journal.PROBE.toString())
                .isEmpty();
    }

    /** The conversations in which something happened after a place in the journal, the latest first. */
    List<ConversationId> changed(long after) {
        return store.list(
                "select conversation from journal where seq > ? group by conversation order by max(seq) desc",
                row -> ConversationId.parse(row.getString(1)),
                after);
    }

    /** The conversations in which something happened last, the latest first. */
    List<TranscriptSummary> recent(int most) {
        return summaries(store
                .read(handle -> places(handle.createQuery("""
                        select conversation, max(seq) as seq
                        from (select conversation, seq from journal where conversation <> :probe order by seq desc limit :lately) as lately
                        group by conversation order by 2 desc limit :most""")
                        .bind("probe", Journal.PROBE.toString())
                        .bind("lately", LATELY)
                        .bind("most", most)))
                .stream()
                .filter(place -> !Erasures.isTombstone(place.conversation()))
                .toList());
    }

    /** The summaries of some conversations, in no order. */
    Map<ConversationId, TranscriptSummary> of(Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        var names = conversations.stream().map(ConversationId::toString).toList();
        var places = store.read(handle -> places(handle.createQuery("""
                        select conversation, max(seq) as seq from journal where conversation in (<names>)
                        group by conversation""").bindList("names", names)));
        return summaries(places).stream()
                .collect(Collectors.toMap(TranscriptSummary::conversation, summary -> summary));
    }

    /** Nothing of it is left here either. */
    void forget(Collection<ConversationId> erased) {
        summaries.asMap().keySet().removeIf(place -> erased.contains(place.conversation()));
    }

    private List<TranscriptSummary> summaries(List<Place> places) {
        return places.stream().map(place -> summaries.get(place, this::summary)).toList();
    }

    private TranscriptSummary summary(Place place) {
        var lately = journal.last(place.conversation(), AT_A_GLANCE);
        return TranscriptSummary.of(place, lately, lately.size() < AT_A_GLANCE);
    }

    private static List<Place> places(Query query) {
        return query.map((rows, context) ->
                        new Place(ConversationId.parse(rows.getString("conversation")), rows.getLong("seq")))
                .list();
    }

    /** The lines of a conversation's last stretch that are new or changed since a place in the journal. */
    List<TranscriptLine> thread(ConversationId conversation, long afterSeq) {
        return fold(journal.last(conversation, THREAD)).stream()
                .filter(line -> line.changed() > afterSeq)
                .toList();
    }

    /** One line of a conversation, as it was first. */
    Optional<TranscriptLine> line(ConversationId conversation, long seq) {
        return fold(journal.after(conversation, seq - 1, 1)).stream()
                .filter(line -> line.seq() == seq)
                .findFirst();
    }

    /** A conversation from its beginning, to be read whole. */
    List<TranscriptLine> whole(ConversationId conversation, int most) {
        return fold(journal.after(conversation, 0, most));
    }

    /** Lines of any conversations by their places, each as it was first. */
    Map<Long, TranscriptLine> at(Collection<Long> places) {
        return journal.at(places).stream()
                .collect(Collectors.toMap(
                        JournalEntry::seq, entry -> fold(List.of(entry)).getFirst()));
    }

    /** Who is in some conversations, as they were called last. */
    Map<ConversationId, Person> people(Collection<ConversationId> conversations) {
        return journal.lastReceived(conversations).stream()
                .collect(Collectors.toMap(Received::conversation, Received::person));
    }

    List<JournalEntry> stretch(ConversationId conversation, long afterSeq, int most) {
        return journal.after(conversation, afterSeq, most);
    }

    private static List<TranscriptLine> fold(List<JournalEntry> entries) {
        var fold = new TranscriptFold();
        fold.addAll(entries);
        return fold.lines();
    }
}
